using System.Text;
using Evidence.Ledger;
using Evidence.Ledger.Keys;

namespace Evidence.Pipeline.Signing;

/// <summary>
/// The public keys that are believed: PEM files in a folder of the reader's own. Beside each there may be a file of the
/// key's id that ends in .yaml and says whose it is and what it may sign, as <see cref="TrustFile"/> does; of a key
/// without one, only that it is believed. Verification never takes a key from the store.
/// </summary>
/// <param name="folder">The folder. Need not exist before a key is put into it.</param>
public sealed class TrustFolder(string folder)
{
    private const string Extension = ".pem";
    private const string DescriptionExtension = ".yaml";

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
    public TrustedKeys LoadKeys() => new([.. Load().Select(Describe)]);

    /// <summary>Whether <paramref name="key"/> is in the folder.</summary>
    public bool Holds(P256PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return File.Exists(PathOf(key)) && Read(PathOf(key)).KeyId == key.KeyId;
    }

    /// <summary>Index of the entry that revoked a key of the folder, or null.</summary>
    internal long? RevokedAt(P256PublicKey key) => Describe(key).RevokedAt;

    /// <summary>Puts <paramref name="key"/> into the folder, whole or not at all.</summary>
    public void Add(P256PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Write(PathOf(key), key.ToPem());
    }

    /// <summary>
    /// Puts a key into the folder with what is known about it, or changes what is. What is known first: a key of which
    /// nothing is known is believed in everything, so a crash in between must not leave one.
    /// </summary>
    public void Put(TrustedKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Write(DescriptionOf(key.Key), TrustEntry.ToText(key, withKey: false));
        Add(key.Key);
    }

    private TrustedKey Describe(P256PublicKey key)
    {
        var file = DescriptionOf(key);
        if (!File.Exists(file))
        {
            return new TrustedKey(key, key.KeyId, KeyRoles.All);
        }

        var problems = new List<string>();
        var read = TrustFile.Roots(File.ReadAllText(file), file, problems)
            .Select(fields => TrustEntry.Read(fields, key)).FirstOrDefault();
        return read is not null && problems.Count == 0
            ? read
            : throw new EvidenceException(EvidenceFault.BadInput, string.Join('\n', problems));
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path);
        var half = path + ".new";
        using (var file = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: true);
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

    private string DescriptionOf(P256PublicKey key) => System.IO.Path.Combine(Path, key.KeyId + DescriptionExtension);

    private string PathOf(P256PublicKey key) => System.IO.Path.Combine(Path, key.KeyId + Extension);
}
