using Infra.Components.Flows;

namespace Infra.Components.Charts.Pods;

/// <summary>Where and how often the pods of a chart run; the same for every chart of an environment.</summary>
/// <param name="Registry">The account's registry, <c>ACCOUNT.dkr.ecr.REGION.amazonaws.com</c>.</param>
/// <param name="Replicas">How many of each; 1 or more. Above 1 there are disruption budgets.</param>
/// <param name="PriorityClass">Name of their PriorityClass, which must exist.</param>
public sealed record Placement(string Registry, int Replicas, string PriorityClass)
{
    /// <inheritdoc cref="Placement(string, int, string)"/>
    public int Replicas { get; init; } = Replicas >= 1
        ? Replicas
        : throw new ArgumentOutOfRangeException(
            nameof(Replicas), Replicas, "A chart was asked for no replicas: it takes 1 or more.");

    /// <summary>
    /// One pod at a time may be evicted; null for a single replica, which a budget would keep on its node for ever.
    /// </summary>
    public DisruptionBudget? Budget => Replicas > 1 ? new(1) : null;

    /// <summary>The same for charts that have a switch.</summary>
    public SwitchedBudget SwitchedBudget => new(Replicas > 1, Budget?.MaxUnavailable);

    /// <summary>The pods of a workload over zones and nodes; null for a single replica.</summary>
    public IReadOnlyList<SpreadConstraint>? Spread(Workload workload) =>
        Replicas > 1 ? SpreadConstraint.OverZones(workload.Labels) : null;

    /// <summary>A pinned image as the chart takes it.</summary>
    public ImageRef Image(ImagePin pin) => ImageRef.Of(pin, Registry);
}
