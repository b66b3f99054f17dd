using Infra.Components.Charts.Pods;

namespace Infra.Components.Rollouts.Values;

/// <summary><c>controller</c>. It elects a leader by itself.</summary>
internal sealed record ControllerValues
{
    public required int Replicas { get; init; }

    public required ImageValues Image { get; init; }

    public required ContainerResources Resources { get; init; }

    public required string PriorityClassName { get; init; }

    public required ContainerPorts ContainerPorts { get; init; }

    public MetricsService Metrics { get; } = new();

    public required SwitchedBudget Pdb { get; init; }

    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }
}
