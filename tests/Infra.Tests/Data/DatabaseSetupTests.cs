using Tests.Support;

namespace Infra.Tests.Data;

public sealed class DatabaseSetupTests(RealServices services) : IClassFixture<RealServices>
{
    [RealServicesFact]
    public async Task A_database_belongs_to_its_role_and_nobody_else_may_connect()
    {
        using var setup = new SetupRun(services.Connections);
        using var other = new SetupRun(services.Connections);
        await setup.AllAsync();
        await other.AllAsync();

        var owner = await setup.AskAsync(
            setup.Name, setup.Password, setup.Name,
            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()");
        Assert.Equal((0, $"{setup.Name}\n"), owner);
        var refused = await other.AskAsync(other.Name, other.Password, setup.Name, "SELECT 1");
        Assert.NotEqual(0, refused.Code);
        Assert.Contains("permission denied for database", refused.Output);
    }

    [RealServicesFact]
    public async Task The_server_never_sees_the_password_not_even_in_its_log()
    {
        using var setup = new SetupRun(services.Connections);
        await setup.AskMasterAsync("ALTER ROLE CURRENT_USER SET log_statement = 'all'");
        await setup.AllAsync();

        var (_, stored) = await setup.AskMasterAsync(
            $"SELECT rolpassword FROM pg_authid WHERE rolname = '{setup.Name}'");
        Assert.StartsWith("SCRAM-SHA-256$", stored, StringComparison.Ordinal);
        var logs = Directory.EnumerateFiles(RealServices.Folder, "*.log", SearchOption.AllDirectories)
            .Select(ReadShared).ToList();
        Assert.Contains(logs, log => log.Contains($"ALTER USER {setup.Name} PASSWORD", StringComparison.Ordinal)
            || log.Contains($"ALTER USER \"{setup.Name}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(logs, log => log.Contains(setup.Password, StringComparison.Ordinal));
    }

    [RealServicesFact]
    public async Task A_second_run_changes_nothing()
    {
        using var setup = new SetupRun(services.Connections);
        await setup.AllAsync();
        var before = setup.Read("AWSCURRENT");
        await setup.AllAsync();

        Assert.Equal(before, setup.Read("AWSCURRENT"));
    }

    [RealServicesFact]
    public async Task A_new_generation_changes_the_password_only_once_it_has_been_tried()
    {
        using var setup = new SetupRun(services.Connections);
        await setup.AllAsync();
        var (before, old) = (setup.Read("AWSCURRENT"), setup.Password);
        setup.Generation = 2;
        await setup.PrepareAsync();

        Assert.Equal(before, setup.Read("AWSCURRENT"));
        Assert.Equal(0, (await setup.AskAsync(setup.Name, old, setup.Name, "SELECT 1")).Code);

        await setup.AllAsync();

        Assert.NotEqual(old, setup.Password);
        Assert.Equal(0, (await setup.AskAsync(setup.Name, setup.Password, setup.Name, "SELECT 1")).Code);
        Assert.NotEqual(0, (await setup.AskAsync(setup.Name, old, setup.Name, "SELECT 1")).Code);
    }

    /// <summary>A first run makes six calls of Secrets Manager; whichever fails, the next run ends well.</summary>
    [RealServicesTheory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    [InlineData(6, true)]
    public async Task A_run_that_failed_anywhere_is_finished_by_the_next(int call, bool persisted)
    {
        using var setup = new SetupRun(services.Connections) { FailAt = call, FailurePersists = persisted };
        var last = await setup.PrepareAsync();
        last = last.Code == 0 ? await setup.ApplyAsync() : last;
        last = last.Code == 0 ? await setup.PromoteAsync() : last;

        Assert.True(last.Code != 0, "The setup did not notice that a call failed.");
        Assert.Contains("InternalServiceError", last.Output);
        var pending = setup.Read("AWSPENDING");
        setup.FailAt = 0;
        await setup.AllAsync();

        Assert.Equal(0, (await setup.AskAsync(setup.Name, setup.Password, setup.Name, "SELECT 1")).Code);
        Assert.True(pending is null || pending == setup.Read("AWSCURRENT"));
    }

    private static string ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
