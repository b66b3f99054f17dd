using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Evidence.Ledger;
using Evidence.Ledger.Tiles;

namespace Evidence.Pipeline.Vault;

/// <summary>
/// Where things are in the bucket. A key never means two contents: it ends in the digest of what it holds, or the
/// ledger's signed checkpoints say what stands there. So a reader can tell the version that belongs there from one that
/// was put on top of it.
/// </summary>
public static class VaultKeys
{
    /// <summary>Prefix of all payloads.</summary>
    public const string Payloads = "payload/sha256/";

    /// <summary>Prefix of all of the ledger. Below it <c>tile/</c> is laid out as C2SP tlog-tiles says.</summary>
    public const string Ledger = "ledger/";

    /// <summary>Prefix of the batches of records that the ledger's tiles and bundles are made from.</summary>
    public const string Batches = Ledger + "batch/";

    /// <summary>Prefix of the ledger's published checkpoints.</summary>
    public const string Checkpoints = Ledger + "checkpoint/";

    /// <summary>Prefix of what a probe leaves behind.</summary>
    public const string Probes = "probe/";

    /// <summary>Key of a payload: <c>payload/sha256/ab/abcd…</c>.</summary>
    public static string Payload(Sha256Hash digest) => ByDigest(Payloads, digest);

    /// <summary>Key of a batch of records: <c>ledger/batch/ab/abcd…</c>.</summary>
    public static string Batch(Sha256Hash digest) => ByDigest(Batches, digest);

    /// <summary>Key of a tile of hashes.</summary>
    public static string Tile(TileId tile) => Ledger + tile.Path;

    /// <summary>Key of a bundle of entries.</summary>
    public static string Bundle(EntryBundleId bundle) => Ledger + bundle.Path;

    /// <summary>Key of the checkpoint of a tree of <paramref name="size"/> entries; in the order of sizes.</summary>
    public static string Checkpoint(long size) =>
        string.Create(CultureInfo.InvariantCulture, $"{Checkpoints}{size:D19}");

    /// <summary>The size in a key that <see cref="Checkpoint"/> made.</summary>
    public static bool TryParseCheckpoint([NotNullWhen(true)] string? key, out long size)
    {
        size = 0;
        return key is not null
            && key.StartsWith(Checkpoints, StringComparison.Ordinal)
            && long.TryParse(
                key.AsSpan(Checkpoints.Length), NumberStyles.None, CultureInfo.InvariantCulture, out size)
            && key == Checkpoint(size);
    }

    private static string ByDigest(string prefix, Sha256Hash digest)
    {
        var hex = digest.ToString();
        return $"{prefix}{hex[..2]}/{hex}";
    }
}
