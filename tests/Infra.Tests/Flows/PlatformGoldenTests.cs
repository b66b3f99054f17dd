using System.Text.Json.Nodes;
using Infra.Components.Flows;
using Infra.Tests.Flows.Evaluation;
using Tests.Support;

namespace Infra.Tests.Flows;

public sealed class PlatformGoldenTests
{
    private static readonly Artefacts Rendered = Wire.Of(Plans.ProdFlows);

    [Fact]
    public void Network_policies_are_what_was_reviewed() =>
        Golden.Verify(string.Concat(Rendered.Policies.Select(Policy)), "network-policies.txt");

    [Fact]
    public void Security_group_rules_are_what_was_reviewed() => Golden.Verify(
        Lines("ingress", Rendered.Ingress) + Lines("egress", Rendered.Egress), "security-group-rules.txt");

    [Fact]
    public void The_domain_list_is_what_was_reviewed() =>
        Golden.Verify(Lines("policy", [Rendered.FirewallPolicy]) + Lines("group", Rendered.RuleGroups), "domains.txt");

    [Fact]
    public void Rendering_does_not_depend_on_the_order_of_declarations()
    {
        var shuffled = new FlowModel(Plans.ProdFlows.Parties.Reverse(), Plans.ProdFlows.Flows.Reverse());

        Assert.Equal(Text(Rendered), Text(Wire.Of(shuffled)));
    }

    [Fact]
    public void Security_groups_stay_within_the_quota_of_rules_in_one_direction()
    {
        const int Quota = 60; // Inbound or outbound rules per security group, before an increase is asked for.

        Assert.All(
            Rendered.Ingress.GroupBy(Group).Concat(Rendered.Egress.GroupBy(Group)),
            rules => Assert.InRange(rules.Count(), 1, Quota));
    }

    [Fact]
    public void The_page_for_people_is_up_to_date()
    {
        var page = Checkout.PathOf("docs/flows.md");
        var rendered = FlowsPage.Render(Plans.ProdFlows);
        if (Environment.GetEnvironmentVariable("ACCEPT") is "1")
        {
            File.WriteAllText(page, rendered);
        }

        Assert.Equal(rendered, File.ReadAllText(page).ReplaceLineEndings("\n"));
    }

    private static string? Group(JsonNode rule) => (string?)rule["securityGroupId"];

    private static string Text(Artefacts artefacts) => Lines("", artefacts.Policies)
        + Lines("", artefacts.Ingress) + Lines("", artefacts.Egress) + Lines("", artefacts.RuleGroups);

    private static string Lines(string what, IEnumerable<JsonNode> nodes) =>
        string.Concat(nodes.Select(n => $"{what} {n.ToJsonString()}\n"));

    /// <summary>A policy as its name and selector on one line, then each rule on one.</summary>
    private static string Policy(JsonNode policy)
    {
        var spec = policy["spec"] ?? new JsonObject();
        return $"{policy["metadata"]?["namespace"]}/{policy["metadata"]?["name"]} "
            + $"{spec["podSelector"]?.ToJsonString()} {spec["policyTypes"]?.ToJsonString()}\n"
            + Rules("ingress", spec) + Rules("egress", spec);
    }

    private static string Rules(string direction, JsonNode spec) =>
        Lines($"  {direction}", spec[direction]?.AsArray().OfType<JsonNode>() ?? []);
}
