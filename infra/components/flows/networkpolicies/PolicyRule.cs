namespace Infra.Components.Flows.NetworkPolicies;

/// <summary>Any of some peers, on any of some ports.</summary>
/// <param name="Peers">The peers; never empty, as that would mean everybody.</param>
/// <param name="Ports">The ports; never empty, as that would mean every port.</param>
public sealed record PolicyRule(IReadOnlyList<PolicyPeer> Peers, IReadOnlyList<PolicyPort> Ports);
