using System.Globalization;

namespace Infra.Automation.Local;

/// <summary>What /proc says about a process.</summary>
internal readonly record struct ProcessStat(int Pid, bool IsZombie, int Session, ulong StartTime)
{
    /// <summary>Reads one process; null when it is gone.</summary>
    public static ProcessStat? Read(int pid)
    {
        if (ReadText(pid, "stat") is not { } text)
        {
            return null;
        }

        // The second field, the command in parentheses, may hold spaces and parentheses itself.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return new ProcessStat(
            pid,
            IsZombie: fields[0] is "Z" or "X",
            Session: int.Parse(fields[3], CultureInfo.InvariantCulture),
            StartTime: ulong.Parse(fields[19], CultureInfo.InvariantCulture));
    }

    /// <summary>Every live process.</summary>
    public static IEnumerable<ProcessStat> All()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid)
                && Read(pid) is { IsZombie: false } stat)
            {
                yield return stat;
            }
        }
    }

    /// <summary>Whether the process was started with <c>NAME=value</c> in its environment.</summary>
    public bool HasVariable(string assignment) =>
        ReadText(Pid, "environ")?.Split('\0').Contains(assignment) is true;

    /// <summary>A process's resident memory, in bytes; null when it is gone.</summary>
    public static long? MemoryOf(int pid) =>
        ReadText(pid, "statm")?.Split(' ') is [_, var pages, ..]
            ? long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize
            : null;

    /// <summary>A file below /proc/PID; null when the process is gone or belongs to somebody else.</summary>
    public static string? ReadText(int pid, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/{file}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
