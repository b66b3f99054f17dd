using System.Text.Json;
using Infra.Automation.Local;
using Tests.Support;

namespace Infra.Tests.Local;

/// <summary>One run of the services, and all that may happen to it. Each test leaves them running.</summary>
public sealed class LocalServicesTests(LocalRun run) : IClassFixture<LocalRun>, IAsyncLifetime
{
    private static readonly string[] _daemons = ["mon", "osd", "gateway", "postgres"];

    private LocalConnections? _connections;

    private LocalConnections Connections => _connections ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        if (RealServicesFactAttribute.SkipReason is not null)
        {
            return;
        }

        var first = !File.Exists(run.PathOf(ServicesDocument.FileName));
        _connections = await run.UpAsync();
        if (first)
        {
            await LocalRun.PutAsync(Connections);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [RealServicesFact]
    public async Task An_object_and_a_row_survive_a_stop_and_a_start()
    {
        await run.DownAsync();
        Assert.Equal(LocalState.Stopped, (await run.Services().StatusAsync(CancellationToken.None)).State);

        await LocalRun.DemandKeptAsync(await run.UpAsync());
    }

    [RealServicesFact]
    public async Task Any_daemon_may_be_killed_and_up_heals_it_without_a_loss()
    {
        foreach (var daemon in _daemons)
        {
            Signals.Send(run.PidOf(daemon), Signals.Kill);
            await LocalRun.DemandKeptAsync(await run.UpAsync());
        }
    }

    [RealServicesFact]
    public async Task All_daemons_killed_at_once_as_by_a_power_cut_come_up_without_a_loss()
    {
        foreach (var daemon in _daemons)
        {
            Signals.Send(run.PidOf(daemon), Signals.Kill);
        }

        await LocalRun.DemandKeptAsync(await run.UpAsync());
    }

    [RealServicesFact]
    public async Task Up_does_nothing_when_all_is_well()
    {
        var before = _daemons.Select(run.PidOf).ToArray();
        run.Told.Clear();

        await run.UpAsync();

        Assert.Equal(before, _daemons.Select(run.PidOf));
        Assert.Empty(run.Told);
    }

    [RealServicesFact]
    public async Task Two_ups_at_once_start_everything_once()
    {
        await run.DownAsync();
        run.Told.Clear();

        var both = await Task.WhenAll(run.UpAsync(), run.UpAsync());

        Assert.Equal(both[0], both[1]);
        Assert.Single(run.Told, line => line == "starting PostgreSQL");
        await LocalRun.DemandKeptAsync(both[0]);
    }

    [RealServicesFact]
    public async Task Other_ports_are_taken_up_and_remembered()
    {
        var moved = run.Settings with { S3Port = TemporaryServices.FreePort(), PostgresPort = null };
        var connections = await new LocalServices(moved, TimeProvider.System, new Progress<string>())
            .UpAsync(CancellationToken.None);
        Assert.Equal(moved.S3Port, connections.S3Endpoint.Port);
        await LocalRun.DemandKeptAsync(connections);

        var asBefore = run.Settings with { S3Port = null, PostgresPort = null };
        Assert.Equal(connections, await new LocalServices(asBefore, TimeProvider.System, new Progress<string>())
            .UpAsync(CancellationToken.None));
    }

    [RealServicesFact]
    public async Task Status_shows_every_process_and_log_and_no_secret()
    {
        var status = await run.Services().StatusAsync(CancellationToken.None);

        Assert.Equal(LocalState.Running, status.State);
        Assert.All(status.Services, service => Assert.True(service.Healthy, service.Problem));
        Assert.Equal(_daemons, status.Daemons.Select(daemon => daemon.Name));
        Assert.All(status.Daemons, daemon => Assert.True(daemon.Running && File.Exists(daemon.Log)));
        var written = JsonSerializer.Serialize(status)
            + await File.ReadAllTextAsync(run.PathOf(ServicesDocument.FileName)) + Connections;
        foreach (var secret in Secrets())
        {
            Assert.DoesNotContain(secret, written);
        }
    }

    [RealServicesFact]
    public async Task No_secret_is_in_a_log_or_an_argument_and_credentials_are_the_owners_alone()
    {
        foreach (var secret in Secrets())
        {
            foreach (var log in Directory.EnumerateFiles(run.PathOf("logs")))
            {
                Assert.DoesNotContain(secret, await File.ReadAllTextAsync(log));
            }

            Assert.All(_daemons, daemon =>
                Assert.DoesNotContain(secret, ProcessStat.ReadText(run.PidOf(daemon), "cmdline")));
        }

        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in (string[])["ceph/credentials", "ceph/keyring", "postgres/credentials"])
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(run.PathOf(file)));
            }
        }
    }

    [RealServicesFact]
    public async Task A_half_deleted_ceph_is_refused_and_left_as_it_is()
    {
        await run.DownAsync();
        File.Move(run.PathOf("ceph/fsid"), run.PathOf("fsid"));

        var refusal = await Assert.ThrowsAsync<LocalServicesException>(run.UpAsync);

        Assert.Contains("without the cluster it belongs to", refusal.Message);
        Assert.True(File.Exists(run.PathOf("ceph/osd/block")));
        File.Move(run.PathOf("fsid"), run.PathOf("ceph/fsid"));
        await LocalRun.DemandKeptAsync(await run.UpAsync());
    }

    private string[] Secrets() =>
    [
        Connections.S3.SecretKey,
        Connections.S3Guest.SecretKey,
        new Npgsql.NpgsqlConnectionStringBuilder(Connections.PostgresConnectionString).Password
            ?? throw new InvalidOperationException("no password"),
    ];
}
