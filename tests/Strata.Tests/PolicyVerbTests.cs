using Infra.Automation.Json;
using Strata.Cli.Frame;
using Tests.Support;

namespace Strata.Tests;

public sealed class PolicyVerbTests : IDisposable
{
    private const string Expired =
        """
        - rule: STRATA-TAG-001
          resource: prod.*/*
          owner: platform
          reason: The old account's tags.
          ticket: PLAT-7
          expires: 2020-01-31
        """;

    private readonly DirectoryInfo _local = Directory.CreateTempSubdirectory("strata-policy-");

    private StrataProcess Strata => new(_local.FullName);

    public void Dispose() => _local.Delete(recursive: true);

    [Fact]
    public async Task Prod_keeps_to_every_policy()
    {
        var report = (await Strata.RunAsync("policy", "prod", "--json")).Ended(ExitCodes.Done).Json;

        Assert.Equal("strata.policy/v1", report.Text("schema"));
        Assert.Empty(report.Items("findings"));
        Assert.NotEmpty(report.Items("rules"));
    }

    [Fact]
    public async Task Sarif_is_the_only_thing_on_standard_output()
    {
        var result = (await Strata.RunAsync("policy", "prod", "--layer", "evidence", "--sarif")).Ended(ExitCodes.Done);

        Assert.Equal("2.1.0", result.Json.Text("version"));
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task The_rules_are_listed()
    {
        var rules = (await Strata.RunAsync("policy", "--rules")).Ended(ExitCodes.Done);
        Assert.Equal(await File.ReadAllTextAsync(Checkout.PathOf("docs/policies.md")), rules.Output);
        var json = (await Strata.RunAsync("policy", "--rules", "--json")).Ended(ExitCodes.Done).Json;
        Assert.All(json.EnumerateArray(), rule => Assert.NotEmpty(rule.Items("controls")));
    }

    [Fact]
    public async Task A_broken_environment_is_a_finding_with_its_remedy()
    {
        var root = CheckoutWith("");
        var file = Path.Combine(root, "infra/stacks/environments/prod.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(
            "keyDeletionWindow: 30 days", "keyDeletionWindow: 7 days", StringComparison.Ordinal));

        var result = (await At(root).RunAsync("policy", "prod", "--layer", "evidence")).Ended(ExitCodes.Finding);

        Assert.Contains("STRATA-PROT-003", result.Output, StringComparison.Ordinal);
        Assert.Contains("deletionWindowInDays: 7", result.Output, StringComparison.Ordinal);
        Assert.Contains("remedy: Set DeletionWindowInDays to 30", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_suppression_is_shown() => Assert.Contains(
        "expired  suppression of STRATA-TAG-001",
        (await At(CheckoutWith(Expired)).RunAsync("policy", "prod")).Ended(ExitCodes.Done).Output,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("suppressions.yaml:1:3: '[0].expires' is missing", "policy", "prod")]
    [InlineData("Which environment?", "policy")]
    [InlineData("leave 'prod' out", "policy", "prod", "--rules")]
    [InlineData("not both", "policy", "prod", "--json", "--sarif")]
    [InlineData("Did you mean 'evidence'?", "policy", "prod", "--layer", "evidnce")]
    public async Task What_cannot_be_asked_is_bad_input(string said, params string[] arguments)
    {
        var root = said.Contains("expires", StringComparison.Ordinal)
            ? CheckoutWith(Expired.Replace("  expires: 2020-01-31", "", StringComparison.Ordinal))
            : Checkout.Root;
        (await At(root).RunAsync(arguments)).Ended(ExitCodes.BadInput).Said(said);
    }

    private StrataProcess At(string root) => new(_local.FullName) { Root = root };

    /// <summary>What looks like a checkout, with suppressions of its own.</summary>
    private string CheckoutWith(string suppressions)
    {
        var root = Path.Combine(_local.FullName, "checkout");
        foreach (var file in (string[])["Pulumi.yaml", "Infra.sln"])
        {
            Copy(file);
        }

        foreach (var file in Directory.EnumerateFiles(Checkout.PathOf("infra/stacks/environments"), "*.yaml"))
        {
            Copy(Path.GetRelativePath(Checkout.Root, file));
        }

        var policies = Path.Combine(root, "infra", "stacks", "policies");
        Directory.CreateDirectory(policies);
        File.WriteAllText(Path.Combine(policies, "suppressions.yaml"), suppressions);
        return root;

        void Copy(string relative)
        {
            var target = Path.Combine(root, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? root);
            File.Copy(Checkout.PathOf(relative), target, overwrite: true);
        }
    }
}
