namespace Infra.Components.Charts.Pods;

/// <summary>A PodDisruptionBudget that a chart makes where a switch says so.</summary>
/// <param name="Enabled">Whether there is one.</param>
/// <param name="MaxUnavailable">Most pods that may be evicted at the same time; null where there is none.</param>
public sealed record SwitchedBudget(bool Enabled, int? MaxUnavailable);
