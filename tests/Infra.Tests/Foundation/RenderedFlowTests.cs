using Infra.Automation.Json;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Tests.Flows;
using Infra.Tests.Flows.Evaluation;
using Endpoint = Infra.Components.Flows.Endpoint;

namespace Infra.Tests.Foundation;

/// <summary>The declared flows against what the rendered graphs really let through.</summary>
public sealed class RenderedFlowTests
{
    public static TheoryData<string> Firewalled => ["staging", "prod"];

    [Theory]
    [MemberData(nameof(Firewalled))]
    public void Every_declared_flow_is_open_and_every_other_is_closed(string environment)
    {
        var (flows, site, guards) = Rendered(environment);
        var matrix = new Matrix(flows, site, new Guards(guards, Enforcing.Strict));

        Assert.Empty(matrix.Closed());
        Assert.Empty(matrix.Opened());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public void Security_groups_alone_admit_what_is_declared_between_groups_and_nothing_else(string environment)
    {
        var flows = PlatformFlows.Declare(FoundationGraph.Settings(environment).Plan);
        var site = new Site(flows, FoundationGraph.Settings(environment).Plan.NodeSubnets[0]);
        var rules = Groups(environment);
        (int Number, string Protocol)[] ports =
            [.. flows.Parties.SelectMany(p => p.Ports).Select(p => (p.Number, p.Protocol)).Distinct()];
        Connection[] connections =
        [
            .. from caller in site.Parties
               from called in site.Parties.Concat(site.Strangers)
               where called.SeenBySecurityGroups
               from port in ports
               select new Connection(caller, called, port.Number, port.Protocol),
        ];

        Assert.Contains(connections, c => rules.Admit(c));
        Assert.Equal([], connections.Where(c => rules.Admit(c) != Declared(flows, c)).Select(Describe).Distinct());
    }

    [Fact]
    public void A_rule_list_or_policy_that_is_missing_is_noticed()
    {
        var (flows, site, guards) = Rendered("prod");

        Assert.NotEmpty(Judge(guards with { Ingress = [.. guards.Ingress.Skip(1)] }).Closed());
        Assert.NotEmpty(Judge(guards with { RuleGroups = [guards.RuleGroups[0]] }).Closed());
        Assert.NotEmpty(Judge(guards with { Policies = [] }, Enforcing.Standard).Opened());

        Matrix Judge(Artefacts artefacts, Enforcing enforcing = Enforcing.Strict) =>
            new(flows, site, new Guards(artefacts, enforcing));
    }

    [Theory]
    [MemberData(nameof(Firewalled))]
    public void The_firewall_passes_exactly_the_declared_domains(string environment)
    {
        var plan = FoundationGraph.Settings(environment).Plan;
        var (_, _, guards) = Rendered(environment);
        var lists = guards.RuleGroups.ToDictionary(
            group => (string?)group["rulesSource"]?["rulesSourceList"]?["targetTypes"]?[0] ?? "",
            group => group["rulesSource"]?["rulesSourceList"]?["targets"]?.AsArray().Select(t => (string?)t).ToArray());

        Assert.Equal(2, lists.Count);
        Assert.Equal(plan.IdentityProviders.Order(StringComparer.Ordinal), lists["TLS_SNI"]);
        Assert.Equal(plan.TimestampAuthorities.Order(StringComparer.Ordinal), lists["HTTP_HOST"]);
    }

    [Theory]
    [InlineData("dev", "login.example.com", true)]
    [InlineData("prod", "login.example.com", true)]
    [InlineData("prod", "tsa.example.org", true)]
    [InlineData("prod", "api.strata.example.com", true)]
    [InlineData("prod", "sts.eu-central-1.amazonaws.com", true)]
    [InlineData("prod", "ip-10-40-64-9.eu-central-1.compute.internal", true)]
    [InlineData("prod", "evil.login.example.com", false)]
    [InlineData("prod", "secrets.attacker.example", false)]
    [InlineData("prod", "amazonaws.com.attacker.example", false)]
    [InlineData("dev", "secrets.attacker.example", false)]
    public void The_resolver_answers_for_declared_names_only(string environment, string name, bool answered)
    {
        var graph = FoundationGraph.Of(environment);
        var rules = graph.OfType("ResolverFirewallRule")
            .OrderBy(rule => rule.Inputs.GetProperty("priority").GetInt32());
        var first = rules.First(rule => graph.Target(rule, "firewallDomainListId") is { } list
            && list.Inputs.Items("domains").Any(domain => Names(domain.GetString() ?? "", name)));

        Assert.Equal(answered ? "ALLOW" : "BLOCK", first.Inputs.Text("action"));
        Assert.Equal(
            graph.Target(first, "firewallRuleGroupId"),
            graph.Target(Assert.Single(graph.OfType("ResolverFirewallRuleGroupAssociation")), "firewallRuleGroupId"));
        Assert.Equal("DISABLED", Assert.Single(graph.OfType("ResolverFirewallConfig")).Inputs.Text("firewallFailOpen"));
    }

    private static (FlowModel Flows, Site Site, Artefacts Guards) Rendered(string environment)
    {
        var plan = FoundationGraph.Settings(environment).Plan;
        var flows = PlatformFlows.Declare(plan);
        return (
            flows,
            new Site(flows, plan.NodeSubnets[0]),
            FoundationGraph.Of(environment).Guards(Wire.Of(flows).Policies));
    }

    private static SecurityGroupRules Groups(string environment)
    {
        var (ingress, egress) = FoundationGraph.Of(environment).GroupRules();
        return new(ingress, egress);
    }

    /// <summary>Each end that has a group needs a flow of its group with the other end, on that port.</summary>
    private static bool Declared(FlowModel model, Connection c) =>
        (c.From.SecurityGroup is not { } from
            || model.Flows.Any(f => f.From.Group == from && SamePort(f, c) && Is(f.To, c.To)))
        && (c.To.SecurityGroup is not { } to
            || model.Flows.Any(f => f.To.Group == to && SamePort(f, c) && Is(f.From, c.From)));

    private static bool Is(Party party, Host host) => party switch
    {
        { Group: { } group } => group == host.SecurityGroup,
        Endpoint { BeyondSecurityGroups: false } endpoint => endpoint.Addresses.Any(a => a.Contains(host.Address)),
        ExternalDomain => true,
        _ => false,
    };

    private static bool SamePort(Flow flow, Connection connection) =>
        flow.Port.Number == connection.Port && flow.Port.Protocol == connection.Protocol;

    private static string Describe(Connection c) => $"{c.From.Name} -> {c.To.Name} : {c.Port}/{c.Protocol}";

    /// <summary>A star at the start stands for one label or more; alone, for every name.</summary>
    private static bool Names(string domain, string name) =>
        domain == "*" || domain == name
        || (domain.StartsWith("*.", StringComparison.Ordinal)
            && name.EndsWith(domain[1..], StringComparison.Ordinal));
}
