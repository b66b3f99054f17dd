namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>One way of <see cref="KubernetesAttributes"/> to find the pod.</summary>
/// <param name="Sources">All of these must match.</param>
public sealed record PodAssociation(IReadOnlyList<AssociationSource> Sources);
