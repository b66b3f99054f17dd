using System.Diagnostics;
using System.Text.Json;
using Infra.Automation.Local;
using Npgsql;
using Strata.Cli.Frame;
using Tests.Support;

namespace Strata.Tests;

/// <summary>
/// Kills a real <c>strata up</c> against a real S3 server (SIGKILL, so nothing in it gets a chance to tidy up) at one
/// step after another, and asserts that the next run continues.
/// </summary>
public sealed class KilledUpTests(RealServices services) : IClassFixture<RealServices>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strata-killed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [RealServicesFact]
    public async Task Up_goes_on_after_it_was_killed_at_any_step()
    {
        var killed = 0;
        foreach (var serial in (long[])[1, 3, 6, 10, 17])
        {
            var strata = await GivenAsync(RealServices.UniqueName("killed"));
            killed += await KilledAtAsync(strata, serial) ? 1 : 0;

            var next = (await strata.RunAsync("up", "local", "--layer", "evidence", "--yes")).Ended(ExitCodes.Done);
            Assert.Contains("local.evidence:", next.Output, StringComparison.Ordinal);
            var again = (
                await strata.RunAsync("preview", "local", "--layer", "evidence", "--json")).Ended(ExitCodes.Done);
            Assert.Empty(again.Json[0].GetProperty("changes").EnumerateArray());
            (await strata.RunAsync("drift", "local", "--layer", "evidence")).Ended(ExitCodes.Done);
        }

        Assert.True(killed >= 3, $"Only {killed} of the runs were still alive when they were to be killed.");
    }

    /// <summary>
    /// Starts <c>up</c> and kills it as soon as its state was written so many times; false if it was faster.
    /// </summary>
    private static async Task<bool> KilledAtAsync(StrataProcess strata, long serial)
    {
        var state = Path.Combine(strata.Local, "state", "local.evidence.json");
        using var run = strata.Start("up", "local", "--layer", "evidence", "--yes");
        _ = run.StandardOutput.ReadToEndAsync();
        _ = run.StandardError.ReadToEndAsync();
        var patience = Stopwatch.StartNew();
        while (!run.HasExited && SerialOf(state) < serial)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), "The run neither came so far nor ended.");
        }

        var alive = !run.HasExited;
        run.Kill();
        await run.WaitForExitAsync();
        return alive;
    }

    private static long SerialOf(string state)
    {
        try
        {
            return JsonElement.Parse(File.ReadAllBytes(state)).GetProperty("serial").GetInt64();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return 0;
        }
    }

    /// <summary>A checkout of its own, with a local environment whose buckets nobody else has.</summary>
    private async Task<StrataProcess> GivenAsync(string prefix)
    {
        var root = _folder.CreateSubdirectory(prefix);
        var environments = root.CreateSubdirectory("infra/stacks/environments");
        foreach (var file in (string[])["Pulumi.yaml", "Infra.sln"])
        {
            await File.WriteAllTextAsync(Path.Combine(root.FullName, file), "");
        }

        var local = await File.ReadAllTextAsync(Checkout.PathOf("infra/stacks/environments/local.yaml"));
        await File.WriteAllTextAsync(
            Path.Combine(environments.FullName, "local.yaml"),
            local.Replace("prefix: strata-local", $"prefix: {prefix}", StringComparison.Ordinal));

        var strata = new StrataProcess(root.CreateSubdirectory("local").FullName) { Root = root.FullName };
        await AttachAsync(strata);
        return strata;
    }

    private async Task AttachAsync(StrataProcess strata)
    {
        var connections = services.Connections;
        var postgres = new NpgsqlConnectionStringBuilder(connections.PostgresConnectionString);
        var credentials = Path.Combine(strata.Root, "credentials");
        await File.WriteAllLinesAsync(credentials,
        [
            $"S3_ACCESS_KEY={connections.S3.AccessKey}",
            $"S3_SECRET_KEY={connections.S3.SecretKey}",
            $"S3_GUEST_ACCESS_KEY={connections.S3Guest.AccessKey}",
            $"S3_GUEST_SECRET_KEY={connections.S3Guest.SecretKey}",
            $"POSTGRES_PASSWORD={postgres.Password}",
        ]);
        await new LocalServices(
            new LocalSettings { Folder = strata.Local }, TimeProvider.System, new Progress<string>())
            .AttachAsync(
                connections.S3Endpoint.AbsoluteUri, $"{postgres.Host}:{postgres.Port}", credentials, CancellationToken.None);
    }
}
