using System.Text;
using Infra.Automation.Policies;
using Infra.Stacks.Policies;
using Tests.Support;

namespace Infra.Tests.Policies;

[Collection(nameof(SerialRendering))]
public sealed class EnvironmentPolicyTests(RenderedEnvironments rendered) : IClassFixture<RenderedEnvironments>
{
    // Before every expiry: an unchanged commit does not fail one morning. `strata policy` minds the dates.
    private static readonly DateOnly _today = DateOnly.MinValue;

    public static TheoryData<string> Environments => [.. RenderedEnvironments.Folder.Names];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Each_environment_keeps_to_every_policy(string environment)
    {
        var (graph, settings) = await rendered.OfAsync(environment);

        var report = PolicyCheck.Run(graph, settings, Suppressions(), _today);

        Assert.True(report.Findings.IsEmpty, Listed(report));
        Assert.Empty(report.Unused);
    }

    [Fact]
    public void The_page_of_policies_is_the_rules()
    {
        var page = Checkout.PathOf("docs/policies.md");
        var rendered = PoliciesPage.Render();
        if (Environment.GetEnvironmentVariable("ACCEPT") is "1")
        {
            File.WriteAllText(page, rendered);
        }

        Assert.Equal(rendered, File.ReadAllText(page).ReplaceLineEndings("\n"));
    }

    private static IReadOnlyList<Suppression> Suppressions() => SuppressionFile.Read(
        Checkout.PathOf("infra/stacks/policies/suppressions.yaml"),
        [.. PolicyCatalogue.Rules.Select(rule => rule.Id)]);

    private static string Listed(PolicyReport report)
    {
        var text = new StringBuilder($"{report.Environment} has {report.Findings.Length} findings:\n");
        foreach (var finding in report.Findings)
        {
            text.Append($"{finding.RuleId} {finding.Place} {finding.Type} {finding.Path}: {finding.Found}\n");
        }

        return text.ToString();
    }
}
