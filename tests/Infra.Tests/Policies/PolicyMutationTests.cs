using Evidence.Pipeline.Catalogue;
using Infra.Automation.Policies;
using Infra.Tests.Policies.Mutations;

namespace Infra.Tests.Policies;

/// <summary>Each rule sees what it is for in the real graph of prod, and no other rule fires beside it.</summary>
[Collection(nameof(SerialRendering))]
public sealed class PolicyMutationTests(RenderedEnvironments rendered) : IClassFixture<RenderedEnvironments>
{
    private static readonly List<Mutation> _mutations =
    [
        .. BootstrapMutations.All,
        .. FoundationMutations.All,
        .. EvidenceMutations.All,
        .. DataMutations.All,
        .. PlatformMutations.All,
        .. WorkloadMutations.All,
    ];

    public static TheoryData<int, string> Mutations
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var index = 0; index < _mutations.Count; index++)
            {
                data.Add(index, $"{_mutations[index].Rule}: {_mutations[index].What}");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_graph_broken_in_one_place_breaks_exactly_one_rule(int index, string what)
    {
        var (graph, settings) = await rendered.OfAsync("prod");
        var before = await rendered.FindingsOfProdAsync();
        var edit = new GraphEdit(graph);

        _mutations[index].Break(edit);

        var fresh = PolicyCheck.Findings(edit.Result, settings).Where(finding => !before.Contains(finding)).ToList();
        Assert.True(fresh.Count > 0, $"No rule saw it: {what}.");
        Assert.All(fresh, finding => Assert.True(
            finding.RuleId == _mutations[index].Rule,
            $"{what}: {finding.RuleId} fired at {finding.Place}, {finding.Path}: {finding.Found}"));
    }

    [Fact]
    public void Every_rule_has_a_mutation_that_it_alone_sees() => Assert.Equal(
        PolicyCatalogue.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal),
        _mutations.Select(mutation => mutation.Rule).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_two_rules_share_an_id() => Assert.Distinct(PolicyCatalogue.Rules.Select(rule => rule.Id));

    [Fact]
    public void Every_rule_serves_a_control_of_each_standard_in_the_catalogue() => Assert.All(
        PolicyCatalogue.Rules,
        rule =>
        {
            Assert.All(rule.Controls, id => Assert.Equal(id, EvidenceCatalogue.Current.ControlOf(id).Id));
            Assert.All(
                (string[])["SOC2-", "ISO27001-", "NIST-"],
                standard => Assert.Contains(
                    rule.Controls, id => id.StartsWith(standard, StringComparison.Ordinal)));
        });

    [Fact]
    public void Every_rule_is_said_in_sentences() => Assert.All(
        PolicyCatalogue.Rules.SelectMany(rule => (string[])[rule.Title, rule.Reason, rule.Remedy]),
        sentence => Assert.Matches(@"\A\p{Lu}.*\.\z", sentence));
}
