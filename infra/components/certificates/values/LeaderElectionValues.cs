namespace Infra.Components.Certificates.Values;

/// <summary>
/// Where replicas agree on a leader: in their own namespace, not in <c>kube-system</c> as by default.
/// </summary>
internal sealed record LeaderElectionValues(string Namespace);
