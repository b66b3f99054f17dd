using System.Net;
using System.Text.Json.Nodes;

namespace Infra.Tests.Flows.Evaluation;

/// <summary>
/// One NetworkPolicy manifest, read as https://kubernetes.io/docs/concepts/services-networking/network-policies/ and
/// the API reference define it.
/// </summary>
internal sealed class NetworkPolicy
{
    private readonly LabelSelector _pods;
    private readonly Rule[] _ingress;
    private readonly Rule[] _egress;

    public NetworkPolicy(JsonNode manifest)
    {
        Namespace = manifest["metadata"]?["namespace"]?.GetValue<string>() ?? "default";
        var spec = manifest["spec"] ?? throw new InvalidDataException("A NetworkPolicy has no spec.");
        _pods = new LabelSelector(spec["podSelector"] ?? throw new InvalidDataException("A policy has no "
            + "podSelector."));
        _ingress = Rules(spec["ingress"], "from");
        _egress = Rules(spec["egress"], "to");

        // Without policyTypes a policy is of type Ingress, and of type Egress too if it has an egress section.
        IsolatesIngress = spec["policyTypes"] is not JsonArray types || Has(types, "Ingress");
        IsolatesEgress = spec["policyTypes"] is JsonArray given ? Has(given, "Egress") : _egress.Length > 0;
    }

    public string Namespace { get; }

    public bool IsolatesIngress { get; }

    public bool IsolatesEgress { get; }

    public bool Selects(Host pod) => pod.Namespace == Namespace && _pods.Matches(pod.Labels);

    public bool AdmitsIngress(in Connection connection, NamespaceLabels namespaces) =>
        IsolatesIngress && Admits(_ingress, connection, connection.From, namespaces);

    public bool AdmitsEgress(in Connection connection, NamespaceLabels namespaces) =>
        IsolatesEgress && Admits(_egress, connection, connection.To, namespaces);

    private bool Admits(Rule[] rules, in Connection connection, Host other, NamespaceLabels namespaces)
    {
        foreach (var rule in rules)
        {
            if (rule.HasPort(connection) && rule.HasPeer(other, Namespace, namespaces))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(JsonArray types, string type) => types.Any(t => t?.GetValue<string>() == type);

    private static Rule[] Rules(JsonNode? rules, string peers) =>
        [.. ((JsonArray?)rules ?? []).Select(r => new Rule(r ?? new JsonObject(), peers))];

    /// <summary>A rule matches when a peer and a port do. No peers are all peers, no ports are all ports.</summary>
    private sealed class Rule(JsonNode rule, string peers)
    {
        private readonly Peer[] _peers =
            [.. ((JsonArray?)rule[peers] ?? []).OfType<JsonNode>().Select(p => new Peer(p))];

        private readonly PortRange[] _ports =
            [.. ((JsonArray?)rule["ports"] ?? []).OfType<JsonNode>().Select(p => new PortRange(p))];

        public bool HasPeer(Host other, string policyNamespace, NamespaceLabels namespaces) =>
            _peers.Length == 0 || Array.Exists(_peers, p => p.Matches(other, policyNamespace, namespaces));

        public bool HasPort(Connection connection) =>
            _ports.Length == 0 || Array.Exists(_ports, p => p.Matches(connection));
    }

    /// <summary>
    /// An address range, or pods: of the policy's own namespace, of selected ones, or selected pods in those.
    /// </summary>
    private sealed class Peer(JsonNode peer)
    {
        private readonly LabelSelector? _pods = Selector(peer["podSelector"]);
        private readonly LabelSelector? _namespaces = Selector(peer["namespaceSelector"]);
        private readonly IPNetwork? _cidr = peer["ipBlock"] is { } block ? Network(block["cidr"]) : null;
        private readonly IPNetwork[] _except = [.. ((JsonArray?)peer["ipBlock"]?["except"] ?? []).Select(Network)];

        public bool Matches(Host other, string policyNamespace, NamespaceLabels namespaces)
        {
            if (_cidr is { } cidr)
            {
                return cidr.Contains(other.Address) && !Array.Exists(_except, e => e.Contains(other.Address));
            }

            return other.Namespace is { } home
                && (_namespaces is null ? home == policyNamespace : _namespaces.Matches(namespaces(home)))
                && (_pods is null ? _namespaces is not null : _pods.Matches(other.Labels));
        }

        private static LabelSelector? Selector(JsonNode? node) => node is null ? null : new LabelSelector(node);

        private static IPNetwork Network(JsonNode? node) => IPNetwork.Parse(
            node?.GetValue<string>() ?? throw new InvalidDataException("An ipBlock lacks an address range."));
    }

    /// <summary>
    /// A number, a range to endPort, or a name that the called pod gives to one of its ports; TCP by default.
    /// </summary>
    private sealed class PortRange(JsonNode port)
    {
        private readonly string _protocol = port["protocol"]?.GetValue<string>() ?? "TCP";
        private readonly int? _last = port["endPort"]?.GetValue<int>();

        private readonly int? _number =
            port["port"] is JsonValue value && value.TryGetValue(out int number) ? number : null;

        private readonly string? _name =
            port["port"] is JsonValue value && value.TryGetValue(out string? name) ? name : null;

        public bool Matches(in Connection connection)
        {
            if (connection.Protocol != _protocol)
            {
                return false;
            }

            var first = _name is null ? _number : connection.To.NamedPorts.TryGetValue(_name, out var n) ? n : -1;
            return first is null || (connection.Port >= first && connection.Port <= (_last ?? first));
        }
    }
}
