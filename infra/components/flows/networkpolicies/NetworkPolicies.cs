using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Flows.NetworkPolicies;

/// <summary>
/// The NetworkPolicies of a cluster: a default deny for each namespace that has workloads, and the declared flows of
/// each workload. The namespaces must exist: give them as <c>DependsOn</c>.
/// </summary>
public sealed class NetworkPolicies : ComponentResource
{
    /// <summary>Type token. Part of every child URN: changing it replaces the policies.</summary>
    public const string TypeToken = "strata:flows:NetworkPolicies";

    private const string NamespaceNameLabel = "kubernetes.io/metadata.name";

    /// <summary>Makes the policies.</summary>
    /// <exception cref="FlowModelException">The cluster would not enforce them.</exception>
    public NetworkPolicies(string name, NetworkPoliciesArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        if (Enforcement.Findings(args.CniConfigurationValues) is { Count: > 0 } findings)
        {
            throw new FlowModelException(findings);
        }

        foreach (var policy in PolicyRenderer.Render(args.Flows))
        {
            _ = new NetworkPolicy($"{name}-{policy.Namespace}-{policy.Name}", Args(policy), new() { Parent = this });
        }

        RegisterOutputs();
    }

    private static NetworkPolicyArgs Args(PolicySpec policy)
    {
        var spec = new NetworkPolicySpecArgs
        {
            PodSelector = Selector(policy.PodLabels),
            PolicyTypes = ["Ingress", "Egress"],
        };
        foreach (var rule in policy.Ingress)
        {
            spec.Ingress.Add(new NetworkPolicyIngressRuleArgs { From = Peers(rule), Ports = Ports(rule) });
        }

        foreach (var rule in policy.Egress)
        {
            spec.Egress.Add(new NetworkPolicyEgressRuleArgs { To = Peers(rule), Ports = Ports(rule) });
        }

        return new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = policy.Name, Namespace = policy.Namespace },
            Spec = spec,
        };
    }

    private static InputList<NetworkPolicyPeerArgs> Peers(PolicyRule rule) => rule.Peers.Select(Peer).ToArray();

    private static NetworkPolicyPeerArgs Peer(PolicyPeer peer) => peer switch
    {
        PodPeer pods => new()
        {
            NamespaceSelector = Selector(new Dictionary<string, string> { [NamespaceNameLabel] = pods.Namespace }),
            PodSelector = Selector(pods.Labels),
        },
        AddressPeer { Except.Count: 0 } range => new() { IpBlock = new IPBlockArgs { Cidr = range.Cidr.ToString() } },
        AddressPeer range => new()
        {
            IpBlock = new IPBlockArgs
            {
                Cidr = range.Cidr.ToString(),
                Except = range.Except.Select(e => e.ToString()).ToArray(),
            },
        },
        _ => throw new InvalidOperationException($"The peer '{peer}' has no form in Kubernetes: teach this component."),
    };

    private static InputList<NetworkPolicyPortArgs> Ports(PolicyRule rule) =>
        rule.Ports.Select(p => new NetworkPolicyPortArgs { Port = p.Number, Protocol = p.Protocol }).ToArray();

    private static LabelSelectorArgs Selector(IReadOnlyDictionary<string, string> labels)
    {
        var selector = new LabelSelectorArgs();
        foreach (var (key, value) in labels)
        {
            selector.MatchLabels.Add(key, value);
        }

        return selector;
    }
}
