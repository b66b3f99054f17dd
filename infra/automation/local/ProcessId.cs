using System.Globalization;

namespace Infra.Automation.Local;

/// <summary>
/// A process, not to be confused with a later one of the same number: its start time, in clock ticks since boot, and
/// the boot. Written by <c>local/daemon.sh</c>, read from /proc (proc(5), <c>stat</c> fields 3, 6 and 22).
/// </summary>
internal readonly record struct ProcessId(int Pid, ulong StartTime, string Boot)
{
    public static string CurrentBoot { get; } = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    /// <summary>Reads a pid file; null when there is none, or when a crash left something else there.</summary>
    public static ProcessId? ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        return File.ReadAllText(path).Split(' ', StringSplitOptions.TrimEntries) is [var pid, var start, var boot]
            && int.TryParse(pid, CultureInfo.InvariantCulture, out var number)
            && ulong.TryParse(start, CultureInfo.InvariantCulture, out var time)
                ? new ProcessId(number, time, boot)
                : null;
    }

    /// <summary>Whether this very process is alive.</summary>
    public bool IsAlive => Boot == CurrentBoot && ProcessStat.Read(Pid) is { IsZombie: false } stat
        && stat.StartTime == StartTime;
}
