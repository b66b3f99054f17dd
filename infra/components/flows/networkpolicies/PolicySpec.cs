namespace Infra.Components.Flows.NetworkPolicies;

/// <summary>One NetworkPolicy. It always isolates its pods in both directions: what no rule admits is closed.</summary>
/// <param name="Namespace">The namespace it is in.</param>
/// <param name="Name">Its name, unique in the namespace.</param>
/// <param name="PodLabels">The pods it selects; none selects every pod of the namespace.</param>
/// <param name="Ingress">Who may call those pods.</param>
/// <param name="Egress">Whom those pods may call.</param>
public sealed record PolicySpec(
    string Namespace,
    string Name,
    IReadOnlyDictionary<string, string> PodLabels,
    IReadOnlyList<PolicyRule> Ingress,
    IReadOnlyList<PolicyRule> Egress);
