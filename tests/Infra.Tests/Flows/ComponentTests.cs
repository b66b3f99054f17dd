using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Components.Flows;
using Infra.Components.Flows.Domains;
using Infra.Components.Flows.NetworkPolicies;
using Infra.Components.Flows.SecurityGroups;
using Infra.Components.Tagging;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Flows;

/// <summary>The components send exactly the artefacts that the matrix was proved on.</summary>
[Collection(nameof(SerialRendering))]
public sealed class ComponentTests
{
    [Fact]
    public async Task Network_policies_go_over_the_wire_as_they_were_proved()
    {
        var sent = await SentAsync(() => new NetworkPolicies("net", Policies(Enforcement.ConfigurationValues)));

        Assert.Equal(
            Sorted(Wire.Of(Plans.ProdFlows).Policies),
            Sorted(OfType(sent, "kubernetes:networking.k8s.io/v1:NetworkPolicy")));
    }

    [Fact]
    public async Task Policies_that_nobody_would_enforce_are_refused()
    {
        var failure = await Record.ExceptionAsync(() => SentAsync(() => new NetworkPolicies("net", Policies("{}"))));

        Assert.NotNull(failure);
        Assert.Contains("no network policy is enforced", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Security_group_rules_go_over_the_wire_as_they_were_proved()
    {
        var sent = await SentAsync(() => new SecurityGroupRules("rules", Rules(_ => true)));
        var proved = Wire.Of(Plans.ProdFlows);

        Assert.Equal(
            Sorted(proved.Ingress), Sorted(OfType(sent, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")));
        Assert.Equal(
            Sorted(proved.Egress), Sorted(OfType(sent, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")));
    }

    [Fact]
    public async Task A_group_without_an_id_is_named()
    {
        var failure = await Record.ExceptionAsync(() => SentAsync(() =>
            new SecurityGroupRules("rules", Rules(group => group != SecurityGroupNames.Database))));

        Assert.NotNull(failure);
        Assert.Contains("security group 'database', whose id is not", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_domain_list_goes_over_the_wire_as_it_was_proved()
    {
        var sent = await SentAsync(() => new DomainAllowList("egress", new() { Flows = Plans.ProdFlows, Tags = Tags }));
        var proved = Wire.Of(Plans.ProdFlows);
        var policy = Assert.Single(sent, r => r.Type == "aws:networkfirewall/firewallPolicy:FirewallPolicy")
            .Inputs["firewallPolicy"]?.AsObject();
        var references = policy?["statefulRuleGroupReferences"]?.AsArray();
        policy?.Remove("statefulRuleGroupReferences");

        Assert.Equal(Sorted([proved.FirewallPolicy]), Sorted([policy ?? []]));
        Assert.Equal(
            ["egress-http-arn", "egress-tls-arn"], references?.Select(r => (string?)r?["resourceArn"]).Order());
        Assert.Equal(
            Sorted(proved.RuleGroups),
            Sorted(OfType(sent, "aws:networkfirewall/ruleGroup:RuleGroup")
                .Select(inputs => inputs["ruleGroup"]).OfType<JsonNode>()));
    }

    private static StandardTags Tags { get; } = new("prod", "platform", "platform", "platform", "4711", "internal");

    private static NetworkPoliciesArgs Policies(string cni) =>
        new() { Flows = Plans.ProdFlows, CniConfigurationValues = cni };

    private static SecurityGroupRulesArgs Rules(Func<string, bool> given) => new()
    {
        Flows = Plans.ProdFlows,
        Tags = Tags,
        GroupIds = new[]
        {
            SecurityGroupNames.Nodes, SecurityGroupNames.ControlPlane, SecurityGroupNames.Database,
            SecurityGroupNames.Endpoints, SecurityGroupNames.LoadBalancer,
        }.Where(given).ToDictionary(g => g, g => (Input<string>)g),
    };

    private static async Task<IReadOnlyList<Sent>> SentAsync(Func<ComponentResource> program)
    {
        var mocks = new Recorder();
        await Deployment.TestAsync(mocks, new TestOptions(), () => { _ = program(); });
        Assert.All(mocks.Sent.Where(s => s.Type?.StartsWith("aws:", StringComparison.Ordinal) is true), s =>
        {
            Assert.Equal("platform", (string?)s.Inputs["tags"]?["owner"]);
            s.Inputs.Remove("tags");
        });
        return [.. mocks.Sent];
    }

    private static IEnumerable<JsonObject> OfType(IEnumerable<Sent> sent, string type) =>
        sent.Where(s => s.Type == type).Select(s => s.Inputs);

    private static string[] Sorted(IEnumerable<JsonNode> nodes) =>
        [.. nodes.Select(n => Canonical(n)?.ToJsonString() ?? "").Order(StringComparer.Ordinal)];

    /// <summary>Members in order, numbers as integers: mocks see every number as a double.</summary>
    private static JsonNode? Canonical(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => KeyValuePair.Create(m.Key, Canonical(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Canonical)]),
        JsonValue value when value.GetValueKind() is JsonValueKind.Number => (int)value.Deserialize<double>(),
        _ => node?.DeepClone(),
    };

    private sealed record Sent(string? Type, JsonObject Inputs);

    private sealed class Recorder : IMocks
    {
        public ConcurrentQueue<Sent> Sent { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            var inputs = args.Inputs.ToDictionary(i => i.Key, i => (object?)i.Value);
            Sent.Enqueue(new Sent(args.Type, JsonSerializer.SerializeToNode(inputs)?.AsObject() ?? []));
            return Task.FromResult<(string?, object)>((args.Name, args.Inputs.SetItem("arn", $"{args.Name}-arn")));
        }

        public Task<object> CallAsync(MockCallArgs args) =>
            Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
    }
}
