using Infra.Automation.Local;
using Tests.Support;

namespace Infra.Tests.Local;

/// <summary>The first start, cut off: whatever is on disk by then, the next <c>up</c> succeeds.</summary>
public sealed class BootstrapCrashTests
{
    /// <summary>What the test waits for before it cuts the bootstrap off: files in the order in which they appear.</summary>
    public static TheoryData<string, bool> Moments => new()
    {
        { "ceph/mon.made", true },
        { "ceph/osd/block", true },
        { "postgres/data.new/PG_VERSION", true },
        { "ceph/osd.made", true },
        { "ceph/pools.made", true },
        { "ceph/osd/block", false },
    };

    [RealServicesTheory]
    [MemberData(nameof(Moments))]
    public async Task Up_succeeds_after_the_bootstrap_was_killed(string moment, bool killScripts)
    {
        var run = new LocalRun();
        foreach (var folder in (string[])["run", "logs"])
        {
            Directory.CreateDirectory(run.PathOf(folder));
        }

        // As `up` does until it is killed: the plan is written, the daemons are on their way.
        var plan = ServicesPlan.Of(run.Settings, last: null) with { MonitorPort = Port.FirstFreeFor(run.Folder) };
        await plan.WriteAsync(run.Folder, CancellationToken.None);
        var services = new ServiceCatalogue(run.Folder, TimeProvider.System).All(plan);
        foreach (var service in services)
        {
            await service.StartAsync(CancellationToken.None);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!File.Exists(run.PathOf(moment)))
        {
            await Task.Delay(5, limit.Token);
        }

        // kill -9 of the scripts alone: what they started (mkfs, initdb) goes on, as it would.
        foreach (var daemon in services.SelectMany(service => service.Daemons))
        {
            if (killScripts && daemon.Pid is { } pid)
            {
                Signals.Send(pid, Signals.Kill);
            }
        }

        var connections = await run.UpAsync();

        await LocalRun.PutAsync(connections);
        await LocalRun.DemandKeptAsync(connections);
        await run.DownAsync();
    }
}
