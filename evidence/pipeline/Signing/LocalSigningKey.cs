using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Pipeline.Text;

namespace Evidence.Pipeline.Signing;

/// <summary>
/// The signing key of this machine: a P-256 key in a file that only its owner can read, with its public half in the
/// trust folder, which is never in the store.
/// </summary>
public static class LocalSigningKey
{
    /// <summary>Name of the key that records are signed with where nobody names one.</summary>
    public const string DefaultName = "evidence-signing";

    /// <summary>Name of its file.</summary>
    public const string FileName = DefaultName + Extension;

    private const string Extension = ".pem";
    private const string SuccessorSuffix = "-next";
    private const int LongestName = 64;

    /// <summary>
    /// Opens the key, and creates it on first use: file mode 0600 in a folder of mode 0700. However many processes come
    /// first at once, they get one key.
    /// </summary>
    /// <exception cref="EvidenceException">
    /// Others can read the key, it is no key, or its public half is not in the trust folder.
    /// </exception>
    public static async Task<P256KeyPair> OpenOrCreateAsync(
        string keysFolder, TrustFolder trust, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trust);
        ArgumentNullException.ThrowIfNull(time);
        var path = Path.Combine(keysFolder, FileName);
        try
        {
            if (!File.Exists(path))
            {
                KeyFiles.MakeFolder(keysFolder);
                await using var alone = await KeyFiles.LockAsync(path + ".lock", time, cancellationToken);
                if (!File.Exists(path))
                {
                    Create(path, trust);
                }
            }

            return Open(path, trust);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"Cannot use the signing key \"{path}\": {e.Message} Run as the user who owns it.",
                e);
        }
    }

    /// <summary>Makes a key that somebody has, and puts what is known about it into the trust folder.</summary>
    /// <param name="keysFolder">Folder of the private keys.</param>
    /// <param name="name">Its name; no other key may have it.</param>
    /// <param name="identity">Whose it is.</param>
    /// <param name="roles">What it may sign.</param>
    /// <param name="trust">Where its public half goes.</param>
    /// <param name="time">For waiting on others who create the same key.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EvidenceException">There is such a key already, or it cannot be written.</exception>
    public static async Task<TrustedKey> CreateAsync(
        string keysFolder,
        string name,
        string identity,
        IReadOnlySet<KeyRole> roles,
        TrustFolder trust,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trust);
        ArgumentNullException.ThrowIfNull(time);
        var path = PathOf(keysFolder, name);
        KeyFiles.MakeFolder(keysFolder);
        await using var alone = await KeyFiles.LockAsync(path + ".lock", time, cancellationToken);
        if (File.Exists(path))
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"There is a signing key {Quoted.Of(name)} already. Nothing was changed: take another name, or "
                + "replace it "
                + $"with `./strata evidence key rotate {name}`.");
        }

        using var key = P256KeyPair.Generate();
        var trusted = new TrustedKey(key.PublicKey, identity, roles);
        trust.Put(trusted);
        KeyFiles.Write(path, key);
        return trusted;
    }

    /// <summary>Makes the key that will take the place of another, with its identity and roles, or finds it.</summary>
    /// <exception cref="EvidenceException">There is no such key, or it cannot be replaced.</exception>
    public static async Task<TrustedKey> CreateSuccessorAsync(
        string keysFolder, string name, TrustFolder trust, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trust);
        using var old = Open(keysFolder, name, trust);
        var keys = trust.LoadKeys();
        if (!keys.TryGet(old.PublicKey.KeyId, out var known))
        {
            throw new InvalidOperationException("A key that was opened is a trusted one.");
        }

        var next = name + SuccessorSuffix;
        if (File.Exists(PathOf(keysFolder, next)) && keys.TryGet(IdOf(keysFolder, next), out var successor))
        {
            return successor; // Made by a run that was interrupted before it was recorded or took its name.
        }

        return await CreateAsync(keysFolder, next, known.Identity, known.Roles, trust, time, cancellationToken);
    }

    /// <summary>
    /// Gives the successor the name of the key that it replaces, which is gone then: whatever it could still sign would
    /// only raise questions.
    /// </summary>
    public static void Succeed(string keysFolder, string name) =>
        File.Move(PathOf(keysFolder, name + SuccessorSuffix), PathOf(keysFolder, name), overwrite: true);

    /// <summary>Id of a key in the folder.</summary>
    /// <exception cref="EvidenceException">There is no such key.</exception>
    public static string IdOf(string keysFolder, string name)
    {
        var path = PathOf(keysFolder, name);
        try
        {
            using var key = P256KeyPair.FromPem(File.ReadAllText(path));
            return key.PublicKey.KeyId;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or LedgerException)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput, $"Cannot read the signing key \"{path}\": {e.Message} Repair or remove it.", e);
        }
    }

    /// <summary>The names of the keys in a folder.</summary>
    public static IReadOnlyList<string> Names(string keysFolder) => Directory.Exists(keysFolder)
        ? [.. Directory.EnumerateFiles(keysFolder, "*" + Extension)
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Opens a key that was made before.</summary>
    /// <exception cref="EvidenceException">There is none, or it may not be used.</exception>
    public static P256KeyPair Open(string keysFolder, string name, TrustFolder trust)
    {
        ArgumentNullException.ThrowIfNull(trust);
        var path = PathOf(keysFolder, name);
        return File.Exists(path)
            ? Open(path, trust)
            : throw new EvidenceException(
                EvidenceFault.BadInput,
                $"There is no signing key {Quoted.Of(name)} in \"{keysFolder}\". Make it with `./strata evidence "
                + "key new NAME`, or name one of those that `./strata evidence key list` shows.");
    }

    private static P256KeyPair Open(string path, TrustFolder trust)
    {
        KeyFiles.RequireOwnerOnly(path);
        P256KeyPair key;
        try
        {
            key = P256KeyPair.FromPem(File.ReadAllText(path));
        }
        catch (LedgerException e)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"Cannot sign with \"{path}\": {e.Message} Put the right file back; a new key is made only where there "
                + "is none.",
                e);
        }

        if (trust.Holds(key.PublicKey))
        {
            return trust.RevokedAt(key.PublicKey) is not { } at ? key : throw Revoked(key, path, at);
        }

        // Never mended here: a public key that is not in the trust folder may have been taken out on purpose.
        var missing = key.PublicKey.KeyId;
        key.Dispose();
        throw new EvidenceException(
            EvidenceFault.Contradiction,
            $"The signing key \"{path}\" (key id {missing}) has no public half in \"{trust.Path}\", so nothing it "
            + "signs could be verified. Nothing was signed. Put the public key back, or move the private key away to "
            + "get a new one.");
    }

    private static EvidenceException Revoked(P256KeyPair key, string path, long at)
    {
        key.Dispose();
        return new EvidenceException(
            EvidenceFault.BadInput,
            $"Will not sign with \"{path}\": entry {at} of the ledger revoked it, and no reader believes what it signs "
            + "after that. Nothing was signed. Move the file away and use, or make, another key.");
    }

    /// <summary>
    /// The public half first: a crash before the private key is in place leaves a public key that nobody can sign with,
    /// which harms nobody; the other order would leave a key whose signatures nobody trusts. The private key appears
    /// whole or not at all, by a rename within one folder.
    /// </summary>
    private static void Create(string path, TrustFolder trust)
    {
        using var key = P256KeyPair.Generate();
        trust.Add(key.PublicKey);
        KeyFiles.Write(path, key);
    }

    private static string PathOf(string keysFolder, string name) => IsName(name)
        ? Path.Combine(keysFolder, name + Extension)
        : throw new EvidenceException(
            EvidenceFault.BadInput,
            $"{Quoted.Of(name)} is no name of a signing key: use 1 to {LongestName} lowercase letters, digits and "
            + "hyphens.");

    /// <summary>A name is part of a file's: nothing in it leads to another folder.</summary>
    private static bool IsName(string name) => name.Length is > 0 and <= LongestName
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-');
}
