using Strata.Cli.Frame;

namespace Strata.Tests;

/// <summary>What a newcomer types wrong, and what strata answers.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly DirectoryInfo _local = Directory.CreateTempSubdirectory("strata-usage-");

    private StrataProcess Strata => new(_local.FullName);

    public void Dispose() => _local.Delete(recursive: true);

    [Theory]
    [InlineData("rendr", "prod")]
    [InlineData("render")]
    [InlineData("render", "prod", "--jsn")]
    [InlineData("evidence")]
    [InlineData("evidence", "add")]
    [InlineData("local", "sideways")]
    public async Task Wrong_usage_is_answered_with_a_sentence_and_where_to_look(params string[] arguments)
    {
        var result = await Strata.RunAsync(arguments);

        result.Ended(ExitCodes.BadInput).Said("--help");
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Without_arguments_it_shows_what_it_can_do()
    {
        var result = await Strata.RunAsync();

        result.Ended(ExitCodes.BadInput);
        Assert.Contains("evidence", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("render")]
    [InlineData("up")]
    [InlineData("local", "up")]
    [InlineData("evidence", "add")]
    [InlineData("evidence", "verify")]
    public async Task Help_shows_examples_and_the_exit_codes(params string[] verb)
    {
        var result = await Strata.RunAsync([.. verb, "--help"]);

        result.Ended(ExitCodes.Done);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("render", "production")]
    [InlineData("preview", "production")]
    [InlineData("up", "production")]
    [InlineData("diff", "dev", "production")]
    public async Task An_unknown_environment_names_the_known_ones(params string[] arguments)
    {
        var result = await Strata.RunAsync(arguments);

        result.Ended(ExitCodes.BadInput).Said("production").Said("staging");
    }

    [Fact]
    public async Task An_unknown_layer_names_the_known_ones() =>
        (await Strata.RunAsync("render", "prod", "--layer", "evidense")).Ended(ExitCodes.BadInput).Said("evidence");

    [Fact]
    public async Task A_store_that_is_not_there_is_said_to_be_missing_and_how_to_start_it() =>
        (await Strata.RunAsync("evidence", "list")).Ended(ExitCodes.Unreachable).Said("strata local up");
}
