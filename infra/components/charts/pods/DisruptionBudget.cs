namespace Infra.Components.Charts.Pods;

/// <summary>The <c>spec</c> of a PodDisruptionBudget without its selector, as charts take it.</summary>
/// <param name="MaxUnavailable">Most pods that may be evicted at the same time.</param>
public sealed record DisruptionBudget(int MaxUnavailable);
