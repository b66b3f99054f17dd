using Strata.Cli.Frame;
using Tests.Support;

namespace Strata.Tests;

/// <summary>
/// What `make up` does and more, with the built command against real servers: its own, or those that
/// STRATA_END_TO_END names a folder of (the containers of `make compose-test`).
/// </summary>
[Trait("Category", "EndToEnd")]
public sealed class EndToEndTests
{
    private static readonly string? _attached = Environment.GetEnvironmentVariable("STRATA_END_TO_END");

    private readonly StrataProcess _strata = new(_attached ?? TemporaryServices.Create());

    [RealServicesFact]
    public async Task A_vault_is_provisioned_takes_evidence_proves_it_and_refuses_to_be_destroyed()
    {
        await StartAsync();
        (await _strata.RunAsync("preview", "prod", "--layer", "evidence")).Ended(ExitCodes.Done);

        var first = (await _strata.RunAsync("up", "local", "--layer", "evidence", "--yes", "--json")).Ended(ExitCodes.Done);
        Assert.Equal(64, first.Json[0].GetProperty("evidence").GetString()?.Length);
        var second = (await _strata.RunAsync("up", "local", "--layer", "evidence", "--yes")).Ended(ExitCodes.Done);
        Assert.Contains("nothing to change", second.Output, StringComparison.Ordinal);
        (await _strata.RunAsync("drift", "local")).Ended(ExitCodes.Done);

        var id = await AddAsync();
        await VerifyAsync(records: 2);
        (await _strata.RunAsync("evidence", "probe")).Ended(ExitCodes.Done);

        (await _strata.RunAsync("destroy", "local", "--yes")).Ended(ExitCodes.Finding).Said("protected");
        (await _strata.RunAsync("destroy", "local", "--unprotect", "--yes")).Ended(ExitCodes.Finding).Said("locked");
        await VerifyAsync(records: 2);
        (await _strata.RunAsync("up", "local", "--yes")).Ended(ExitCodes.Done);

        if (_attached is null)
        {
            await SurviveARestartAsync(id);
        }
    }

    private async Task StartAsync()
    {
        if (_attached is not null)
        {
            return;
        }

        (await _strata.RunAsync("local", "status")).Ended(ExitCodes.Unreachable);
        (await _strata.RunAsync(
            "local",
            "up",
            "--s3-port",
            $"{TemporaryServices.FreePort()}",
            "--postgres-port",
            $"{TemporaryServices.FreePort()}")).Ended(ExitCodes.Done);
        (await _strata.RunAsync("local", "status", "--json")).Ended(ExitCodes.Done);
    }

    /// <summary>Adds a file whose name is in several scripts, and reads its record back.</summary>
    private async Task<string> AddAsync()
    {
        var folder = Directory.CreateTempSubdirectory("strata-e2e-");
        try
        {
            var file = Path.Combine(folder.FullName, "Prüfbericht 監査 ✓.txt");
            await File.WriteAllTextAsync(file, "What an auditor will want to read.");
            var added = (await _strata.RunAsync(
                "evidence", "add", file, "--kind", "document", "--control", "NIST-AU-9", "--json")).Ended(ExitCodes.Done);
            var id = added.Json.GetProperty("recorded")[0].GetProperty("id").GetString() ?? "";
            var shown = (await _strata.RunAsync("evidence", "show", id[..12], "--json")).Ended(ExitCodes.Done);
            Assert.Contains("Prüfbericht 監査 ✓.txt", shown.Output, StringComparison.Ordinal);
            return id;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task VerifyAsync(int records)
    {
        var verified = (await _strata.RunAsync("evidence", "verify")).Ended(ExitCodes.Done);
        var listed = (await _strata.RunAsync("evidence", "list")).Ended(ExitCodes.Done);
        Assert.Contains("hold", verified.Error, StringComparison.Ordinal);
        Assert.True(listed.Output.Split('\n').Count(line => line.Contains("COMPLIANCE", StringComparison.Ordinal)) >= records);
    }

    private async Task SurviveARestartAsync(string id)
    {
        (await _strata.RunAsync("local", "down")).Ended(ExitCodes.Done);
        (await _strata.RunAsync("evidence", "verify")).Ended(ExitCodes.Unreachable).Said("strata local up");
        (await _strata.RunAsync("local", "up")).Ended(ExitCodes.Done);
        (await _strata.RunAsync("evidence", "verify", id)).Ended(ExitCodes.Done);
        (await _strata.RunAsync("local", "down", "--purge")).Ended(ExitCodes.Done);
        (await _strata.RunAsync("local", "status")).Ended(ExitCodes.Unreachable);
    }
}
