using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Components.Flows;
using Infra.Components.Flows.Domains;
using Infra.Components.Flows.NetworkPolicies;
using Infra.Components.Flows.SecurityGroups;
using Infra.Tests.Flows.Evaluation;

namespace Infra.Tests.Flows;

/// <summary>
/// Rendered records in the form in which the components send them. A security group's id is its name here. The tests of
/// the components assert that they send exactly this.
/// </summary>
internal static class Wire
{
    public static Artefacts Of(FlowModel model)
    {
        var rules = SecurityGroupRenderer.Render(model);
        var domains = DomainRules.Render(model);
        return new Artefacts(
            [.. PolicyRenderer.Render(model).Select(Policy)],
            [.. rules.Where(r => r.Direction is Direction.Ingress).Select(Rule)],
            [.. rules.Where(r => r.Direction is Direction.Egress).Select(Rule)],
            JsonNode.Parse(FirewallPolicy) ?? new JsonObject(),
            [.. RuleGroup("TLS_SNI", domains.TlsServerNames), .. RuleGroup("HTTP_HOST", domains.HttpHosts)]);
    }

    private const string FirewallPolicy =
        """
        {
          "statelessDefaultActions": ["aws:forward_to_sfe"],
          "statelessFragmentDefaultActions": ["aws:forward_to_sfe"],
          "statefulDefaultActions": ["aws:drop_established", "aws:alert_established"],
          "statefulEngineOptions": { "ruleOrder": "STRICT_ORDER" }
        }
        """;

    private static JsonObject[] RuleGroup(string type, IReadOnlyList<string> targets) => targets.Count == 0 ? [] :
    [
        new JsonObject
        {
            ["rulesSource"] = new JsonObject
            {
                ["rulesSourceList"] = new JsonObject
                {
                    ["generatedRulesType"] = "ALLOWLIST",
                    ["targetTypes"] = new JsonArray(type),
                    ["targets"] = Texts(targets),
                },
            },
            ["statefulRuleOptions"] = new JsonObject { ["ruleOrder"] = "STRICT_ORDER" },
        },
    ];

    private static JsonObject Rule(SecurityGroupRule rule)
    {
        var inputs = new JsonObject
        {
            ["securityGroupId"] = rule.Group,
            ["description"] = rule.Description,
            ["ipProtocol"] = rule.Transport.ToString().ToLowerInvariant(),
            ["fromPort"] = rule.Port,
            ["toPort"] = rule.Port,
        };
        inputs[rule.Peer is GroupPeer ? "referencedSecurityGroupId" : "cidrIpv4"] = rule.Peer.ToString();
        return inputs;
    }

    private static JsonNode Policy(PolicySpec policy)
    {
        var spec = new JsonObject
        {
            ["podSelector"] = Selector(policy.PodLabels),
            ["policyTypes"] = new JsonArray("Ingress", "Egress"),
        };
        if (policy.Ingress.Count > 0)
        {
            spec["ingress"] = Rules("from", policy.Ingress);
        }

        if (policy.Egress.Count > 0)
        {
            spec["egress"] = Rules("to", policy.Egress);
        }

        return new JsonObject
        {
            ["apiVersion"] = "networking.k8s.io/v1",
            ["kind"] = "NetworkPolicy",
            ["metadata"] = new JsonObject { ["name"] = policy.Name, ["namespace"] = policy.Namespace },
            ["spec"] = spec,
        };
    }

    private static JsonArray Rules(string peers, IEnumerable<PolicyRule> rules) =>
    [
        .. rules.Select(r => new JsonObject
        {
            [peers] = new JsonArray([.. r.Peers.Select(Peer)]),
            ["ports"] = new JsonArray(
                [.. r.Ports.Select(p => new JsonObject { ["port"] = p.Number, ["protocol"] = p.Protocol })]),
        }),
    ];

    private static JsonNode Peer(PolicyPeer peer) => peer switch
    {
        PodPeer pods => new JsonObject
        {
            ["namespaceSelector"] = Selector(
                new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = pods.Namespace }),
            ["podSelector"] = Selector(pods.Labels),
        },
        AddressPeer { Except.Count: 0 } range => new JsonObject
        {
            ["ipBlock"] = new JsonObject { ["cidr"] = range.Cidr.ToString() },
        },
        AddressPeer range => new JsonObject
        {
            ["ipBlock"] = new JsonObject
            {
                ["cidr"] = range.Cidr.ToString(),
                ["except"] = Texts(range.Except.Select(e => e.ToString())),
            },
        },
        _ => throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"There is no wire form for '{peer}'.")),
    };

    private static JsonObject Selector(IReadOnlyDictionary<string, string> labels) => labels.Count == 0
        ? []
        : new JsonObject
        {
            ["matchLabels"] = new JsonObject(labels.OrderBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => KeyValuePair.Create(l.Key, (JsonNode?)l.Value)))
        };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
