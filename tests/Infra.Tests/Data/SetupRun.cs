using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Infra.Automation.Local;
using Tests.Support;

namespace Infra.Tests.Data;

/// <summary>
/// The three steps of the database setup as they run in their containers, against a real PostgreSQL and a double of
/// Secrets Manager.
/// </summary>
internal sealed class SetupRun : IDisposable
{
    public const string Master = "master";
    public const string Secret = "prefix/database/service";

    private readonly DbConnectionStringBuilder _server;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("setup-");

    public SetupRun(LocalConnections connections)
    {
        _server = new() { ConnectionString = connections.PostgresConnectionString };
        Name = RealServices.UniqueName("setup").Replace('-', '_');
        Put(Master, "AWSCURRENT", "v1", $$"""{"username":"{{User}}","password":"{{Escaped(Server("Password"))}}"}""");
        Directory.CreateDirectory(Path.Combine(Store, Secret));
    }

    /// <summary>Name of both database and role, which nobody else has.</summary>
    public string Name { get; }

    public int Generation { get; set; } = 1;

    /// <summary>The call of AWS, from 1, that fails; none by default.</summary>
    public int FailAt { get; set; }

    /// <summary>Whether that call does its work before it fails; no by default.</summary>
    public bool FailurePersists { get; set; }

    public string Store => Directory.CreateDirectory(Path.Combine(_folder.FullName, "store")).FullName;

    public string Password => JsonElement.Parse(Read("AWSCURRENT") ?? "{}")
        .GetProperty("password").GetString() ?? "";

    private string User => Server("Username");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>What the version at a stage holds; null where there is none.</summary>
    public string? Read(string stage)
    {
        var file = Path.Combine(Store, Secret, stage);
        return File.Exists(file)
            ? File.ReadAllText(Path.Combine(Store, Secret, "versions", File.ReadAllText(file).Trim()))
            : null;
    }

    public Task<(int Code, string Output)> PrepareAsync() => StepAsync("prepare.sh");

    public Task<(int Code, string Output)> ApplyAsync() => StepAsync("apply.sh");

    public Task<(int Code, string Output)> PromoteAsync() => StepAsync("promote.sh");

    public async Task AllAsync()
    {
        foreach (var step in (string[])["prepare.sh", "apply.sh", "promote.sh"])
        {
            var (code, output) = await StepAsync(step);
            Assert.True(code == 0, $"{step} ended with {code}: {output}");
        }
    }

    /// <summary>Signs in as somebody and asks something.</summary>
    public Task<(int Code, string Output)> AskAsync(string user, string password, string database, string question) =>
        RunAsync(
            "psql",
            ["--no-psqlrc", "--tuples-only", "--no-align", "--command", question],
            new() { ["PGUSER"] = user, ["PGPASSWORD"] = password, ["PGDATABASE"] = database });

    public Task<(int Code, string Output)> AskMasterAsync(string question) =>
        AskAsync(User, Server("Password"), "postgres", question);

    private Task<(int Code, string Output)> StepAsync(string step)
    {
        // Without a terminal, as in a container: psql would ask there.
        var scripts = Checkout.PathOf("infra/components/database/setup");
        return RunAsync(
            "setsid",
            ["--wait", "sh", Path.Combine(scripts, step)],
            new()
            {
                ["SCRIPTS"] = scripts,
                ["STORE"] = Store,
                ["CREDENTIALS"] = Directory.CreateDirectory(Path.Combine(_folder.FullName, "credentials")).FullName,
                ["GENERATION"] = $"{Generation}",
                ["FAIL_AT"] = $"{FailAt}",
                ["FAIL_LATE"] = FailurePersists ? "yes" : "",
                ["TARGETS"] = $"service {Server("Host")} {Master} {Name} {Name} {Secret}",
                ["PGUSER"] = User,
                ["PGDATABASE"] = "postgres",
                ["PATH"] = $"{Checkout.PathOf("tests/Infra.Tests/Data/Doubles")}:"
                    + Environment.GetEnvironmentVariable("PATH"),
            });
    }

    private async Task<(int Code, string Output)> RunAsync(
        string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        environment["PGPORT"] = Server("Port");
        environment.TryAdd("PGHOST", Server("Host"));
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"Could not start {program}.");
        process.StandardInput.Close();
        var output = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync())
            .WaitAsync(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (process.ExitCode, string.Concat(output));
    }

    private void Put(string secret, string stage, string version, string value)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Store, secret, "versions")).FullName;
        File.WriteAllText(Path.Combine(folder, version), value);
        File.WriteAllText(Path.Combine(Store, secret, stage), version);
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"");

    private string Server(string key) => (string)_server[key];
}
