using System.Collections.Immutable;
using System.Net;

namespace Infra.Components.Flows.NetworkPolicies;

/// <summary>Renders declared flows to NetworkPolicies.</summary>
public static class PolicyRenderer
{
    /// <summary>Name of the policy that closes a namespace. No workload may have it.</summary>
    public const string DefaultDeny = "default-deny";

    /// <summary>
    /// A default deny for every namespace and a policy for every workload. A flow between two pods is in both: as
    /// egress of the caller's policy and as ingress of the callee's.
    /// </summary>
    public static IReadOnlyList<PolicySpec> Render(FlowModel model) =>
    [
        .. model.Workloads.Select(w => w.Namespace)
            .Distinct()
            .Select(n => new PolicySpec(n, DefaultDeny, ImmutableDictionary<string, string>.Empty, [], []))
            .Concat(model.Workloads.Select(w => Of(w, model)))
            .OrderBy(p => p.Namespace, StringComparer.Ordinal)
            .ThenBy(p => p.PodLabels.Count > 0)
            .ThenBy(p => p.Name, StringComparer.Ordinal),
    ];

    private static PolicySpec Of(Workload workload, FlowModel model) => new(
        workload.Namespace,
        workload.Name,
        workload.Labels,
        Rules(model.Flows.Where(f => f.To.Name == workload.Name), f => f.From),
        Rules(model.Flows.Where(f => f.From.Name == workload.Name), f => f.To));

    /// <summary>
    /// Each peer stands in one rule, with all its ports: of two rules with the same range the network policy controller
    /// has lost one (aws/amazon-network-policy-controller-k8s#197, aws/aws-network-policy-agent#180).
    /// </summary>
    private static PolicyRule[] Rules(IEnumerable<Flow> flows, Func<Flow, Party> other) =>
    [
        .. flows
            .SelectMany(f => Peers(other(f)).Select(peer => (Peer: peer, f.Port)))
            .GroupBy(x => x.Peer.Key, StringComparer.Ordinal)
            .Select(g => (g.First().Peer, Ports: Ports(g.Select(x => x.Port))))
            .GroupBy(x => string.Join(' ', x.Ports), StringComparer.Ordinal)
            .Select(g => new PolicyRule(
                [.. g.Select(x => x.Peer).OrderBy(p => p.Key, StringComparer.Ordinal)], g.First().Ports))
            .OrderBy(r => r.Ports[0].Number)
            .ThenBy(r => r.Peers[0].Key, StringComparer.Ordinal),
    ];

    private static PolicyPort[] Ports(IEnumerable<Port> ports) =>
    [
        .. ports.Select(p => new PolicyPort(p.Number, p.Protocol))
            .Distinct()
            .OrderBy(p => p.Number)
            .ThenBy(p => p.Protocol, StringComparer.Ordinal),
    ];

    private static IEnumerable<PolicyPeer> Peers(Party party) => party switch
    {
        Workload workload => [new PodPeer(workload.Namespace, workload.Labels)],
        Endpoint endpoint => endpoint.Addresses.Select(Range),
        ExternalDomain => [Range(Networks.Any)],
        _ => throw new InvalidOperationException(
            $"The party '{party.Name}' is a '{party.GetType().Name}', which no policy can name: teach this renderer."),
    };

    private static AddressPeer Range(IPNetwork range) => new(range, [.. Networks.InternalPart(range)]);
}
