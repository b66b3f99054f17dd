using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Evidence.Ledger;

namespace Evidence.Pipeline.Vault;

/// <summary>
/// Where things are in the bucket. Every key ends in the digest of what it holds, so a reader can tell the version that
/// belongs there from one that was put on top of it. <c>ledger/</c> is left free for the ledger, whose entries will be
/// the very envelopes that stand under <c>records/</c>.
/// </summary>
public static class VaultKeys
{
    /// <summary>Prefix of all payloads.</summary>
    public const string Payloads = "payload/sha256/";

    /// <summary>Prefix of all record batches.</summary>
    public const string Records = "records/";

    /// <summary>Prefix of what a probe leaves behind.</summary>
    public const string Probes = "probe/";

    private const string RecordsSuffix = ".intoto.jsonl";

    /// <summary>Key of a payload: <c>payload/sha256/ab/abcd…</c>.</summary>
    public static string Payload(Sha256Hash digest)
    {
        var hex = digest.ToString();
        return $"{Payloads}{hex[..2]}/{hex}";
    }

    /// <summary>Key of a batch of records: <c>records/2026-01-31/20260131T235959.123Z-abcd….intoto.jsonl</c>.</summary>
    public static string Batch(DateTimeOffset written, Sha256Hash digest)
    {
        var utc = written.UtcDateTime;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Records}{utc:yyyy-MM-dd}/{utc:yyyyMMdd'T'HHmmss.fff'Z'}-{digest}{RecordsSuffix}");
    }

    /// <summary>The digest that what stands under a batch's key must have.</summary>
    public static bool TryParseBatch([NotNullWhen(true)] string? key, out Sha256Hash digest)
    {
        digest = default;
        return key is not null
            && key.StartsWith(Records, StringComparison.Ordinal)
            && key.EndsWith(RecordsSuffix, StringComparison.Ordinal)
            && key.LastIndexOf('-') is > 0 and var dash
            && Sha256Hash.TryParse(key.AsSpan(dash + 1, key.Length - RecordsSuffix.Length - dash - 1), out digest);
    }
}
