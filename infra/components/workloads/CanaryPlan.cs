namespace Infra.Components.Workloads;

/// <summary>How a new version takes over from the old one.</summary>
/// <param name="Weights">Shares of the pods, in percent, rising; what is after the last is all of them.</param>
/// <param name="PauseMinutes">Minutes at each share before it is judged.</param>
public sealed record CanaryPlan(IReadOnlyList<int> Weights, int PauseMinutes);
