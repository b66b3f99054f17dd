namespace Infra.Components.Charts.Pods;

/// <summary>An item of <c>topologySpreadConstraints</c>.</summary>
/// <param name="TopologyKey">The label of nodes that says where they are.</param>
/// <param name="WhenUnsatisfiable"><c>DoNotSchedule</c> or <c>ScheduleAnyway</c>.</param>
/// <param name="LabelSelector">The pods that are counted.</param>
public sealed record SpreadConstraint(string TopologyKey, string WhenUnsatisfiable, PodSelector LabelSelector)
{
    /// <summary>Most that two places may differ by.</summary>
    public int MaxSkew { get; init; } = 1;

    /// <summary>
    /// Over zones and, within them, nodes. Never refused: a zone that is lost must not keep its pods from starting
    /// elsewhere.
    /// </summary>
    /// <param name="labels">The labels of the pods.</param>
    public static IReadOnlyList<SpreadConstraint> OverZones(IReadOnlyDictionary<string, string> labels) =>
    [
        new("topology.kubernetes.io/zone", "ScheduleAnyway", new(labels)),
        new("kubernetes.io/hostname", "ScheduleAnyway", new(labels)),
    ];
}
