using Infra.Automation.Policies;
using Infra.Stacks.Policies;

namespace Infra.Tests.Policies;

[Collection(nameof(SerialRendering))]
public sealed class SuppressionTests(RenderedEnvironments rendered) : IClassFixture<RenderedEnvironments>
{
    private const string Rule = "STRATA-PROT-002";
    private const string Good =
        """
        - rule: STRATA-PROT-002
          resource: prod.evidence/vault-*
          owner: platform
          reason: The bucket is empty and leaves with the old account.
          ticket: PLAT-7
          expires: 2026-12-31
        """;

    private static readonly DateOnly _lastDay = new(2026, 12, 31);

    [Fact]
    public async Task A_suppression_covers_its_finding_through_its_last_day_and_not_on_the_next()
    {
        var on = await CheckAsync(Good, _lastDay);
        Assert.Empty(on.Findings);
        Assert.Equal("vault-primary", Assert.Single(on.Suppressed).Finding.Name);
        Assert.Empty(on.Expired);
        Assert.Empty(on.Unused);

        var after = await CheckAsync(Good, _lastDay.AddDays(1));
        Assert.Equal(Rule, Assert.Single(after.Findings).RuleId);
        Assert.Empty(after.Suppressed);
        Assert.Equal("PLAT-7", Assert.Single(after.Expired).Ticket);
    }

    [Theory]
    [InlineData("prod.evidence/vault-*", "prod.evidence/other")]
    [InlineData("STRATA-PROT-002", "STRATA-PROT-001")]
    public async Task One_for_another_resource_or_rule_covers_nothing_and_is_unused(string old, string replacement)
    {
        var report = await CheckAsync(Good.Replace(old, replacement, StringComparison.Ordinal), _lastDay);

        Assert.Equal(Rule, Assert.Single(report.Findings).RuleId);
        Assert.Single(report.Unused);
    }

    [Fact]
    public async Task One_for_another_environment_is_none_of_this_ones_business()
    {
        var report = await CheckAsync(Good.Replace("prod.evidence", "dev.*", StringComparison.Ordinal), _lastDay);

        Assert.Single(report.Findings);
        Assert.Empty(report.Unused);
    }

    [Theory]
    [InlineData("  expires: 2026-12-31", "", "1:3", "'[0].expires' is missing")]
    [InlineData("2026-12-31", "2026-13-31", "6:12", "'2026-13-31', which is no date")]
    [InlineData("2026-12-31", "next summer", "6:12", "such as 2027-03-31")]
    [InlineData("STRATA-PROT-002", "STRATA-PROT-02", "1:9", "Did you mean 'STRATA-PROT-002'?")]
    [InlineData("prod.evidence/vault-*", "vault-primary", "2:13", "ENVIRONMENT.LAYER/NAME")]
    [InlineData("owner", "onwer", "3:3", "Did you mean 'owner'?")]
    [InlineData("PLAT-7", "''", "5:11", "a ticket's key or address")]
    [InlineData("- rule: STRATA-PROT-002\n  ", "rule:\n  ", "1:1", "must be a list of suppressions")]
    [InlineData("- rule", "- {", "", "not YAML")]
    public void What_is_wrong_is_a_problem_with_its_place(string old, string replacement, string place, string said)
    {
        var text = Good.Replace(old, replacement, StringComparison.Ordinal);

        var exception = Assert.Throws<SuppressionFileException>(() => Read(text));

        Assert.Contains(exception.Problems, problem =>
            problem.ToString().StartsWith($"file.yaml:{place}", StringComparison.Ordinal)
            && problem.Sentence.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_comments_suppresses_nothing() => Assert.Empty(Read("# nothing\n"));

    private static IReadOnlyList<Suppression> Read(string text) =>
        SuppressionFile.Read("file.yaml", text, [.. PolicyCatalogue.Rules.Select(rule => rule.Id)]);

    private async Task<PolicyReport> CheckAsync(string suppressions, DateOnly today)
    {
        var (graph, settings) = await rendered.OfAsync("prod");
        var edit = new GraphEdit(graph);
        edit.Set(AwsTypes.Bucket, "vault-primary", "forceDestroy", true);
        return PolicyCheck.Run(edit.Result, settings, Read(suppressions), today);
    }
}
