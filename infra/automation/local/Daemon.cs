using System.Diagnostics;

namespace Infra.Automation.Local;

/// <summary>One background process: started detached, found again by its pid file, stopped for certain.</summary>
internal sealed class Daemon
{
    /// <summary>Marks a daemon and everything that its script started. The value is the pid file's path.</summary>
    private const string Marker = "STRATA_LOCAL_DAEMON";

    /// <summary>How long a killed process may take to be gone before that is an error.</summary>
    private static readonly TimeSpan _killLimit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Its name: the name of its pid file and its log.</summary>
    public required string Name { get; init; }

    /// <summary>Its script, relative to the folder <c>local/</c>.</summary>
    public required string Script { get; init; }

    /// <summary>The folder of its data, the script's argument.</summary>
    public required string Data { get; init; }

    public required string PidFile { get; init; }

    public required string Log { get; init; }

    /// <summary>How to ask it to stop.</summary>
    public int StopSignal { get; init; } = Signals.Terminate;

    /// <summary>How long it may take to stop when asked. After that it is killed.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(15);

    public required TimeProvider Time { get; init; }

    /// <summary>The process, if it is alive.</summary>
    public int? Pid => ProcessId.ReadFile(PidFile) is { IsAlive: true } id ? id.Pid : null;

    public DaemonStatus Status => Pid is { } pid
        ? new DaemonStatus(Name, Running: true, pid, ProcessStat.MemoryOf(pid), Log)
        : new DaemonStatus(Name, Running: false, null, null, Log);

    /// <summary>Starts the daemon and returns at once. It owns no handle of ours and outlives us.</summary>
    public async Task StartAsync(IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("setsid") { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in (string[])
            ["--fork", "bash", Scripts.PathOf("daemon.sh"), PidFile, Log, "bash", Scripts.PathOf(Script), Data])
        {
            start.ArgumentList.Add(argument);
        }

        // What the user's shell says about other Ceph clusters must not reach this one.
        foreach (var name in (string[])["CEPH_ARGS", "CEPH_CONF", "CEPH_KEYRING"])
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment[Marker] = PidFile;
        File.Delete(PidFile);
        using var process = Process.Start(start)
            ?? throw new LocalServicesException(LocalFailure.Unreachable, $"Could not start {Name}: no process.");

        // daemon.sh closes standard error once the log is open, so this ends when the pid file's writer is under way.
        var complaint = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0 || complaint.Length > 0)
        {
            throw new LocalServicesException(LocalFailure.Unreachable, $"Could not start {Name}: {complaint.Trim()}");
        }
    }

    /// <summary>Stops the daemon and whatever its script left running, and removes the pid file.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (ProcessId.ReadFile(PidFile) is { } id && id.Boot == ProcessId.CurrentBoot)
        {
            if (id.IsAlive)
            {
                Signals.Send(id.Pid, StopSignal);
                await WaitAsync(() => !id.IsAlive, StopLimit, cancellationToken);
            }

            // A script that was killed leaves its children (`ceph-osd --mkfs`) at work on the data: they go as well.
            foreach (var member in Members(id))
            {
                Signals.Send(member.Pid, Signals.Kill);
            }

            if (!await WaitAsync(() => !Members(id).Any(), _killLimit, cancellationToken))
            {
                throw new LocalServicesException(
                    LocalFailure.Unreachable,
                    $"Process {id.Pid} ({Name}) is still there {_killLimit.TotalSeconds} s after it was killed: "
                    + "the disk below it may hang. Look at `dmesg`, then try again.");
            }
        }

        File.Delete(PidFile);
    }

    /// <summary>
    /// The daemon's session. The kernel does not give a number to a new process while a session has it, so whoever is in
    /// a session of that number and carries our mark was started by us; the leader itself is known by its start time.
    /// </summary>
    private IEnumerable<ProcessStat> Members(ProcessId leader) => ProcessStat.All().Where(process =>
        process.Session == leader.Pid
        && (process.Pid == leader.Pid
            ? process.StartTime == leader.StartTime
            : process.HasVariable($"{Marker}={PidFile}")));

    private async Task<bool> WaitAsync(Func<bool> condition, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = Time.GetTimestamp();
        while (!condition())
        {
            if (Time.GetElapsedTime(start) > limit)
            {
                return false;
            }

            await Task.Delay(_pollInterval, Time, cancellationToken);
        }

        return true;
    }
}
