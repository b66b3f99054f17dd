using Infra.Automation.Json;
using Strata.Cli.Frame;

namespace Strata.Tests;

/// <summary><c>strata upgrade-check</c> and <c>strata state check</c>, as their users run them.</summary>
public sealed class CheckVerbTests : IDisposable
{
    private readonly DirectoryInfo _local = Directory.CreateTempSubdirectory("strata-check-");

    private StrataProcess Strata => new(_local.FullName);

    public void Dispose() => _local.Delete(recursive: true);

    [Fact]
    public async Task A_change_that_would_replace_the_vault_is_a_finding()
    {
        var graph = Path.Combine(_local.FullName, "prod.json");
        (await Strata.RunAsync("render", "prod", "--layer", "evidence", "--out", graph)).Ended(ExitCodes.Done);
        var same = await Strata.RunAsync("upgrade-check", "prod", "--layer", "evidence", "--against", graph, "--json");
        Assert.Empty(same.Ended(ExitCodes.Done).Json.Items("losses"));

        await File.WriteAllTextAsync(graph, (await File.ReadAllTextAsync(graph)).Replace(
            "\"bucket\": \"strata-prod-evidence\"", "\"bucket\": \"strata-prod-vault\"", StringComparison.Ordinal));
        var changed = await Strata.RunAsync("upgrade-check", "prod", "--layer", "evidence", "--against", graph);

        Assert.Contains(
            "replaced  would be replaced: 'bucket' is \"strata-prod-vault\" and would be \"strata-prod-evidence\".",
            changed.Ended(ExitCodes.Finding).Output,
            StringComparison.Ordinal);
        (await Strata.RunAsync("upgrade-check", "dev", "--against", graph)).Ended(ExitCodes.BadInput).Said("'prod'");
    }

    [Fact]
    public async Task A_machine_without_states_is_in_order()
    {
        var result = (await Strata.RunAsync("state", "check", "--json")).Ended(ExitCodes.Done);
        Assert.Equal("strata.state-check/v1", result.Json.Text("schema"));
    }

    [Fact]
    public async Task A_checkpoint_that_contradicts_itself_ends_with_its_own_exit_code()
    {
        var file = Path.Combine(_local.FullName, "checkpoint.json");
        await File.WriteAllTextAsync(file,
            """
            {"version":3,"deployment":{"resources":[
              {"urn":"urn:pulumi:a.b::strata::pulumi:pulumi:Stack::s","type":"pulumi:pulumi:Stack"},
              {"urn":"urn:pulumi:a.b::strata::pulumi:pulumi:Stack::s","type":"pulumi:pulumi:Stack"}]}}
            """);

        var result = (await Strata.RunAsync("state", "check", "--file", file)).Ended(ExitCodes.Contradiction);

        Assert.Contains("is in it twice", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no.json", "Cannot read", "state", "check", "--file")]
    [InlineData("nowhere", "no folder", "state", "check", "--locks")]
    [InlineData("no.json", "Cannot read the graph", "upgrade-check", "prod", "--against")]
    public async Task What_cannot_be_read_is_bad_input(string missing, string said, params string[] arguments) =>
        (await Strata.RunAsync([.. arguments, Path.Combine(_local.FullName, missing)]))
            .Ended(ExitCodes.BadInput).Said(said);
}
