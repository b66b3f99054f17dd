using Strata.Cli.Frame;

namespace Strata.Tests;

/// <summary>What the workflow <c>platform</c> does for every environment and layer, done here.</summary>
public sealed class PlatformMatrixTests : IDisposable
{
    private readonly DirectoryInfo _local = Directory.CreateTempSubdirectory("strata-matrix-");

    private StrataProcess Strata => new(_local.FullName);

    public void Dispose() => _local.Delete(recursive: true);

    [Fact]
    public async Task Every_layer_of_every_environment_renders_and_breaks_no_policy()
    {
        var stacks = (await Strata.RunAsync("layers", "--json")).Ended(ExitCodes.Done).Json.EnumerateArray()
            .Select(stack => (stack.GetProperty("environment").GetString() ?? "",
                stack.GetProperty("layer").GetString() ?? ""))
            .ToList();
        Assert.Contains(("local", "evidence"), stacks);
        Assert.Contains(("prod", "workloads"), stacks);
        Assert.DoesNotContain(("local", "data"), stacks);
        foreach (var (environment, layer) in stacks)
        {
            (await Strata.RunAsync("render", environment, "--layer", layer)).Ended(ExitCodes.Done);
            (await Strata.RunAsync("policy", environment, "--layer", layer, "--sarif")).Ended(ExitCodes.Done);
            (await Strata.RunAsync("cost", environment, "--layer", layer)).Ended(ExitCodes.Done);
        }
    }

    [Theory]
    [InlineData("local")]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public async Task Every_environment_is_within_its_budget_explained_and_supported(string environment)
    {
        var cost = (await Strata.RunAsync("cost", environment, "--markdown")).Ended(ExitCodes.Done);
        Assert.StartsWith($"# {environment}: ", cost.Output, StringComparison.Ordinal);
        (await Strata.RunAsync("diff", environment, "prod", "--markdown")).Ended(ExitCodes.Done);
        (await Strata.RunAsync("upgrade-check", environment)).Ended(ExitCodes.Done);
    }

    [Fact]
    public async Task Layers_lists_one_environment_in_the_order_in_which_its_layers_are_applied()
    {
        var result = (await Strata.RunAsync("layers", "prod")).Ended(ExitCodes.Done);
        Assert.Equal("prod: bootstrap → foundation → evidence → data → platform → workloads", result.Output.Trim());
        (await Strata.RunAsync("layers", "porduction")).Ended(ExitCodes.BadInput);
    }
}
