using System.Text;
using Evidence.Ledger;
using Evidence.Ledger.Keys;

namespace Evidence.Pipeline.Signing;

/// <summary>
/// The public keys that are believed: PEM files named by their key id, in a folder of the reader's own. Verification
/// never takes a key from the store.
/// </summary>
/// <param name="folder">The folder. Need not exist before a key is put into it.</param>
public sealed class TrustFolder(string folder)
{
    private const string Extension = ".pem";

    /// <summary>The folder.</summary>
    public string Path { get; } = folder;

    /// <summary>All keys in the folder.</summary>
    /// <exception cref="EvidenceException">There are none, or a file holds none.</exception>
    public IReadOnlyList<P256PublicKey> Load()
    {
        IReadOnlyList<P256PublicKey> keys = Directory.Exists(Path)
            ? [.. Directory.EnumerateFiles(Path, "*" + Extension).Order(StringComparer.Ordinal).Select(Read)]
            : [];
        return keys.Count > 0
            ? keys
            : throw new EvidenceException(
                EvidenceFault.BadInput,
                $"There is no public key in \"{Path}\", so nothing can be verified. Put the signer's public key there, "
                + "as a file that ends in .pem; get it from the signer, not from the store.");
    }

    /// <summary>All keys in the folder, with what is known about them.</summary>
    /// <exception cref="EvidenceException">There are none, or a file holds none.</exception>
    public TrustedKeys LoadKeys() => TrustedKeys.OfPlain(Load());

    /// <summary>Whether <paramref name="key"/> is in the folder.</summary>
    public bool Holds(P256PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return File.Exists(PathOf(key)) && Read(PathOf(key)).KeyId == key.KeyId;
    }

    /// <summary>Puts <paramref name="key"/> into the folder, whole or not at all.</summary>
    public void Add(P256PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Directory.CreateDirectory(Path);
        var half = PathOf(key) + ".new";
        using (var file = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.ASCII.GetBytes(key.ToPem()));
            file.Flush(flushToDisk: true);
        }

        File.Move(half, PathOf(key), overwrite: true);
    }

    private static P256PublicKey Read(string file)
    {
        try
        {
            return P256PublicKey.FromPem(File.ReadAllText(file));
        }
        catch (Exception e) when (e is LedgerException or IOException or UnauthorizedAccessException)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"Cannot read the trusted key \"{file}\": {e.Message} Repair or remove the file.",
                e);
        }
    }

    private string PathOf(P256PublicKey key) => System.IO.Path.Combine(Path, key.KeyId + Extension);
}
