using Infra.Components.Charts.Pods;

namespace Infra.Components.Temporal.Values;

/// <summary><c>web</c>: reached by port-forward only, as no ingress is made and no flow leads to it.</summary>
internal sealed record WebValues
{
    public required ImageRef Image { get; init; }

    public required int ReplicaCount { get; init; }

    public WebService Service { get; } = new();

    public WebIngress Ingress { get; } = new();

    public required IReadOnlyList<PodVolume> AdditionalVolumes { get; init; }

    public required IReadOnlyList<PodMount> AdditionalVolumeMounts { get; init; }

    public required IReadOnlyList<EnvironmentVariable> AdditionalEnv { get; init; }

    public required ContainerResources Resources { get; init; }

    public required PodSecurity SecurityContext { get; init; }

    public required ContainerSecurity ContainerSecurityContext { get; init; }

    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }

    public DisruptionBudget? PodDisruptionBudget { get; init; }
}
