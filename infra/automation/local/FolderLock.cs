using System.Globalization;

namespace Infra.Automation.Local;

/// <summary>
/// One <c>up</c> or <c>down</c> at a time per folder. The kernel drops the lock with the process, so it is never stale;
/// the file stays.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    public static async Task<FolderLock> TakeAsync(
        string path, TimeSpan limit, TimeProvider time, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var told = false;
        while (true)
        {
            try
            {
                var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return new FolderLock(file);
            }
            catch (IOException exception) when (exception.HResult == SharingViolation)
            {
                if (time.GetElapsedTime(start) > limit)
                {
                    throw new LocalServicesException(
                        LocalFailure.Unreachable,
                        $"Another `strata local` has been at work on '{Path.GetDirectoryName(path)}' for "
                        + string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0} s. ")
                        + "Wait for it to end, or end it, then try again.",
                        exception);
                }
            }

            if (!told)
            {
                progress.Report("waiting for another `strata local` to finish");
                told = true;
            }

            await Task.Delay(_pollInterval, time, cancellationToken);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>What .NET reports when another process holds the lock: EWOULDBLOCK of flock(2).</summary>
    private const int SharingViolation = 11;
}
