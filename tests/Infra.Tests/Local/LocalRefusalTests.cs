using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Infra.Automation.Local;
using Tests.Support;

namespace Infra.Tests.Local;

/// <summary>What the local services refuse, and what they leave alone. Nothing here stays running.</summary>
public sealed class LocalRefusalTests
{
    private readonly LocalRun _run = new();

    [RealServicesFact]
    public async Task A_taken_port_is_named_with_its_holder_and_nothing_is_started()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, _run.Settings.S3Port ?? 0);
        squatter.Start();

        var refusal = await Assert.ThrowsAsync<LocalServicesException>(_run.UpAsync);

        Assert.Equal(LocalFailure.Unreachable, refusal.Kind);
        Assert.Contains($"Port {_run.Settings.S3Port} on 127.0.0.1, wanted for the S3 server, is held by ", refusal.Message);
        Assert.Contains($"(pid {Environment.ProcessId})", refusal.Message);
        Assert.Contains("--s3-port", refusal.Message);
        Assert.Empty(Directory.GetFiles(_run.PathOf("run")));
    }

    [RealServicesFact]
    public async Task A_daemon_that_ends_at_once_is_reported_with_the_end_of_its_log()
    {
        File.WriteAllText(_run.PathOf("postgres"), "a file where a folder should be");

        var failure = await Assert.ThrowsAsync<LocalServicesException>(_run.UpAsync);

        Assert.Equal(LocalFailure.Unreachable, failure.Kind);
        Assert.Contains("Tried to start PostgreSQL, and postgres ended at once.", failure.Message);
        Assert.Contains(_run.PathOf("logs/postgres.log"), failure.Message);
        Assert.Equal(LocalState.Stopped, (await _run.Services().StatusAsync(CancellationToken.None)).State);
    }

    [Fact]
    public async Task A_pid_that_now_belongs_to_somebody_else_is_never_killed()
    {
        using var bystander = Process.Start("sleep", "60");
        var stat = ProcessStat.Read(bystander.Id) ?? throw new InvalidOperationException("sleep is gone");
        Directory.CreateDirectory(_run.PathOf("run"));
        string[] records =
        [
            $"{bystander.Id} {stat.StartTime - 1} {ProcessId.CurrentBoot}",
            $"{bystander.Id} {stat.StartTime} 00000000-0000-0000-0000-000000000000",
            $"{bystander.Id}",
            "",
        ];
        foreach (var record in records)
        {
            await File.WriteAllTextAsync(_run.PathOf("run/mon.pid"), record);
            await _run.DownAsync();

            Assert.False(bystander.HasExited, $"killed after the pid file said '{record}'");
            Assert.False(File.Exists(_run.PathOf("run/mon.pid")));
        }

        bystander.Kill();
    }

    [Fact]
    public async Task Purge_deletes_the_services_and_nothing_else()
    {
        foreach (var file in (string[])["ceph/osd/block", "postgres/data/x", "logs/mon.log", "state/local.json", "keys/k"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_run.PathOf(file)) ?? "");
            await File.WriteAllTextAsync(_run.PathOf(file), "x");
        }

        await ServicesPlan.Of(_run.Settings, null).WriteAsync(_run.Folder, CancellationToken.None);

        await _run.DownAsync(purge: true);

        Assert.Equal(
            ["keys/k", "services.lock", "state/local.json"],
            Directory.EnumerateFiles(_run.Folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(_run.Folder, path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reading_a_folder_where_nothing_was_started_says_how_to_start_it()
    {
        var refusal = await Assert.ThrowsAsync<LocalServicesException>(
            () => LocalServices.ReadAsync(_run.Folder, CancellationToken.None));

        Assert.Equal(LocalFailure.Unreachable, refusal.Kind);
        Assert.Contains("strata local up", refusal.Message);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{ \"schema\": \"strata.local/v1\" }")]
    [InlineData("null")]
    public async Task An_unreadable_services_json_is_a_contradiction_not_a_crash(string text)
    {
        await File.WriteAllTextAsync(_run.PathOf(ServicesDocument.FileName), text);

        var refusal = await Assert.ThrowsAsync<LocalServicesException>(
            () => _run.Services().StatusAsync(CancellationToken.None));

        Assert.Equal(LocalFailure.Contradiction, refusal.Kind);
        Assert.Contains(_run.PathOf(ServicesDocument.FileName), refusal.Message);
    }

    [Fact]
    public async Task Missing_credentials_are_a_contradiction()
    {
        await ServicesPlan.Of(_run.Settings, null).WriteAsync(_run.Folder, CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<LocalServicesException>(
            () => LocalServices.ReadAsync(_run.Folder, CancellationToken.None));

        Assert.Equal(LocalFailure.Contradiction, refusal.Kind);
    }

    [Fact]
    public async Task Another_kind_of_store_is_refused_before_anything_is_touched()
    {
        await ServicesPlan.Of(_run.Settings, null).WriteAsync(_run.Folder, CancellationToken.None);
        var other = new LocalServices(
            _run.Settings with { Store = StoreKind.Memstore }, TimeProvider.System, new Progress<string>());

        var refusal = await Assert.ThrowsAsync<LocalServicesException>(() => other.UpAsync(CancellationToken.None));

        Assert.Equal(LocalFailure.BadInput, refusal.Kind);
        Assert.Contains("--purge", refusal.Message);
    }

    [Theory]
    [InlineData("127.0.0.1:1", "127.0.0.1:1", "URL")]
    [InlineData("ftp://127.0.0.1:1", "127.0.0.1:1", "URL")]
    [InlineData("http://127.0.0.1:1", "127.0.0.1", "HOST:PORT")]
    [InlineData("http://127.0.0.1:1", ":5432", "HOST:PORT")]
    [InlineData("http://127.0.0.1:1", "127.0.0.1:many", "HOST:PORT")]
    [InlineData("http://127.0.0.1:1", "127.0.0.1:1", "no file 'nowhere'")]
    public async Task Attaching_says_what_it_takes(string s3, string postgres, string said)
    {
        var refusal = await Assert.ThrowsAsync<LocalServicesException>(
            () => _run.Services().AttachAsync(s3, postgres, "nowhere", CancellationToken.None));

        Assert.Equal(LocalFailure.BadInput, refusal.Kind);
        Assert.Contains(said, refusal.Message);
    }

    [Fact]
    public async Task Attached_services_that_do_not_answer_are_not_remembered()
    {
        var credentials = _run.PathOf("theirs");
        await File.WriteAllLinesAsync(
            credentials,
            ["S3_ACCESS_KEY=a", "S3_SECRET_KEY=b", "S3_GUEST_ACCESS_KEY=c", "S3_GUEST_SECRET_KEY=d", "POSTGRES_PASSWORD=e"]);

        var refusal = await Assert.ThrowsAsync<LocalServicesException>(() => _run.Services().AttachAsync(
            $"http://127.0.0.1:{TemporaryServices.FreePort()}", "127.0.0.1:1", credentials, CancellationToken.None));

        Assert.Equal(LocalFailure.Unreachable, refusal.Kind);
        Assert.False(File.Exists(_run.PathOf(ServicesDocument.FileName)));
        Assert.False(File.Exists(_run.PathOf(ServiceCatalogue.CredentialsFile)));
    }
}
