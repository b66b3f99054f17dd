using Infra.Components.Charts.Pods;

namespace Infra.Components.Secrets.Values;

/// <summary><c>certController</c>: keeps the webhook's certificate.</summary>
internal sealed record CertControllerValues
{
    public required int ReplicaCount { get; init; }

    public required ImageRef Image { get; init; }

    public required ServiceAccountRef ServiceAccount { get; init; }

    public required ContainerResources Resources { get; init; }

    public required string PriorityClassName { get; init; }

    public required SwitchedBudget PodDisruptionBudget { get; init; }

    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }

    public required MetricsListener Metrics { get; init; }
}
