using System.Text;
using Evidence.Ledger.Keys;

namespace Evidence.Pipeline.Signing;

/// <summary>Files of private keys: only their owner reads them, and nobody ever meets half of one.</summary>
internal static class KeyFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyFolder = OwnerOnly | UnixFileMode.UserExecute;

    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _betweenTries = TimeSpan.FromMilliseconds(20);

    /// <summary>Writes a private key, whole or not at all: it appears by a rename within one folder.</summary>
    public static void Write(string path, P256KeyPair key)
    {
        var half = path + ".new";
        File.Delete(half); // Left by a crash here; the lock says that nobody is writing it.
        using (var file = new FileStream(half, Exclusive(FileMode.CreateNew, FileAccess.Write)))
        {
            file.Write(Encoding.ASCII.GetBytes(key.ToPem()));
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: false);
    }

    public static void MakeFolder(string folder)
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

    /// <summary>Keeps others from making the same key.</summary>
    public static async Task<FileStream> LockAsync(string path, TimeProvider time, CancellationToken cancellationToken)
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

    /// <summary>Refuses a file that others can read or write.</summary>
    public static void RequireOwnerOnly(string path)
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

    private static FileStreamOptions Exclusive(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
