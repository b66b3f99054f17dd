using Infra.Components.Charts.Pods;

namespace Infra.Components.Secrets.Values;

/// <summary><c>webhook</c>: what the API server asks before it takes a store or an ExternalSecret.</summary>
internal sealed record WebhookValues
{
    public required int Port { get; init; }

    public required int ReplicaCount { get; init; }

    public required ImageRef Image { get; init; }

    public required ServiceAccountRef ServiceAccount { get; init; }

    public required ContainerResources Resources { get; init; }

    public required string PriorityClassName { get; init; }

    public required SwitchedBudget PodDisruptionBudget { get; init; }

    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }

    public required MetricsListener Metrics { get; init; }
}
