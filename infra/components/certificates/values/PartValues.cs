using Infra.Components.Charts.Pods;

namespace Infra.Components.Certificates.Values;

/// <summary>The webhook, or the CA injector.</summary>
internal sealed record PartValues
{
    public required int ReplicaCount { get; init; }

    public required SwitchedBudget PodDisruptionBudget { get; init; }

    public required ImageRef Image { get; init; }

    public required ServiceAccountRef ServiceAccount { get; init; }

    public required ContainerResources Resources { get; init; }

    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }

    /// <summary>Where the API server calls the webhook; null for what it does not call.</summary>
    public int? SecurePort { get; init; }
}
