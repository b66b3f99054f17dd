using System.Text;
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
    private const int LongestName = 64;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyFolder = OwnerOnly | UnixFileMode.UserExecute;

    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _betweenTries = TimeSpan.FromMilliseconds(20);

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
                MakeFolder(keysFolder);
                await using var alone = await LockAsync(path + ".lock", time, cancellationToken);
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
        RequireOwnerOnly(path);
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
            return key;
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

    /// <summary>
    /// The public half first: a crash before the private key is in place leaves a public key that nobody can sign with,
    /// which harms nobody; the other order would leave a key whose signatures nobody trusts. The private key appears
    /// whole or not at all, by a rename within one folder.
    /// </summary>
    private static void Create(string path, TrustFolder trust)
    {
        using var key = P256KeyPair.Generate();
        trust.Add(key.PublicKey);
        var half = path + ".new";
        File.Delete(half); // Left by a crash here; the lock says that nobody is writing it.
        using (var file = new FileStream(half, Exclusive(FileMode.CreateNew, FileAccess.Write)))
        {
            file.Write(Encoding.ASCII.GetBytes(key.ToPem()));
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: false);
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

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnlyFolder);
        }
    }

    private static async Task<FileStream> LockAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var begun = time.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(path, Exclusive(FileMode.OpenOrCreate, FileAccess.ReadWrite));
            }
            catch (IOException) when (time.GetElapsedTime(begun) < _longestWait)
            {
                await Task.Delay(_betweenTries, time, cancellationToken);
            }
        }
    }

    private static FileStreamOptions Exclusive(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private static void RequireOwnerOnly(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnlyFolder) is not 0)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"Will not sign with \"{path}\": others than its owner can read or write it (mode "
                + $"{Convert.ToString((int)File.GetUnixFileMode(path), 8)}). Run `chmod 600 {path}`, and make a new "
                + "key if somebody may have copied it.");
        }
    }
}
