using Strata.Cli.Frame;
using Tests.Support;

namespace Strata.Tests;

/// <summary>The verbs about environments, as far as they need no store.</summary>
public sealed class InfraVerbTests : IDisposable
{
    private readonly DirectoryInfo _local = Directory.CreateTempSubdirectory("strata-infra-");

    private StrataProcess Strata => new(_local.FullName);

    public void Dispose() => _local.Delete(recursive: true);

    [Fact]
    public async Task Render_writes_the_golden_graph_and_nothing_else()
    {
        var result = (await Strata.RunAsync("render", "prod", "--layer", "evidence", "--json")).Ended(ExitCodes.Done);
        Assert.Equal(
            await File.ReadAllTextAsync(Checkout.PathOf("tests/Infra.Tests/Golden/prod/evidence.graph.json")),
            result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Render_shows_a_tree()
    {
        var result = (await Strata.RunAsync("render", "prod", "--layer", "evidence")).Ended(ExitCodes.Done);
        Assert.Contains(
            "      vault-primary  aws:s3:Bucket  protected  @home", result.Output, StringComparison.Ordinal);
        Assert.Contains("sha256 ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    [InlineData("local")]
    public async Task Preview_needs_no_credentials_and_no_services(string environment)
    {
        var result = (await Strata.RunAsync("preview", environment)).Ended(ExitCodes.Done);
        Assert.Contains(
            environment == "local"
                ? "nothing deployed yet" : "the deployed state was not read", result.Output, StringComparison.Ordinal);
        Assert.Contains(" to create", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_says_so_on_every_line()
    {
        var up = (await Strata.RunAsync("up", "prod", "--rehearse", "--yes")).Ended(ExitCodes.Done);
        Assert.All(
            (up.Output + up.Error).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.StartsWith("REHEARSAL ", line, StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(_local.FullName, "state", "prod.evidence.rehearsal.json")));
        var again = (await Strata.RunAsync("up", "prod", "--rehearse", "--yes", "--json")).Ended(ExitCodes.Done);
        Assert.True(again.Json[0].GetProperty("deployment").GetProperty("rehearsal").GetBoolean());
    }

    [Fact]
    public async Task Diff_compares_two_environments()
    {
        var result = (await Strata.RunAsync("diff", "dev", "prod")).Ended(ExitCodes.Done);
        Assert.Contains(
            "rule.defaultRetention.mode: \"GOVERNANCE\" → \"COMPLIANCE\"", result.Output, StringComparison.Ordinal);
        var same = (await Strata.RunAsync("diff", "prod", "prod", "--json")).Ended(ExitCodes.Done);
        Assert.True(same.Json.GetProperty("isEmpty").GetBoolean());
    }

    [Fact]
    public async Task Diff_writes_markdown_that_names_the_settings()
    {
        var result = (await Strata.RunAsync("diff", "staging", "prod", "--layer", "evidence", "--why", "--markdown"))
            .Ended(ExitCodes.Done);
        Assert.StartsWith("# staging → prod\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("`rule.defaultRetention.days`: `30` → `2557` | `evidence.retention` |", result.Output);
    }

    [Theory]
    [InlineData(ExitCodes.BadInput, "there is dev, local, prod, staging", "render", "porduction")]
    [InlineData(ExitCodes.BadInput, "Did you mean 'evidence'?", "preview", "prod", "--layer", "evidnce")]
    [InlineData(ExitCodes.BadInput, "type --yes", "destroy", "local")]
    [InlineData(ExitCodes.Unreachable, "strata local up", "up", "local", "--yes")]
    [InlineData(ExitCodes.Unreachable, "make pulumi", "preview", "prod", "--live")]
    [InlineData(ExitCodes.BadInput, "protect: false", "destroy", "prod", "--unprotect", "--yes")]
    public async Task What_cannot_be_done_is_a_sentence_and_an_exit_code(
        int exitCode, string said, params string[] arguments) =>
        (await Strata.RunAsync(arguments)).Ended(exitCode).Said(said);

    [Fact]
    public async Task A_state_that_contradicts_itself_stops_everything()
    {
        var state = Path.Combine(_local.CreateSubdirectory("state").FullName, "local.evidence.json");
        await File.WriteAllTextAsync(state, "{");
        (await Strata.RunAsync("preview", "local")).Ended(ExitCodes.Contradiction).Said("Nothing was changed");
        Assert.Equal("{", await File.ReadAllTextAsync(state));
    }
}
