using Infra.Components.Charts.Pods;

namespace Infra.Components.Temporal.Values;

/// <summary>One of the server's services.</summary>
internal sealed record ServiceValues
{
    public required ServicePorts Service { get; init; }

    public required ContainerResources Resources { get; init; }

    public required ContainerSecurity ContainerSecurityContext { get; init; }

    /// <summary>Taken from here only; there is none for all services together.</summary>
    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }

    public DisruptionBudget? PodDisruptionBudget { get; init; }
}
