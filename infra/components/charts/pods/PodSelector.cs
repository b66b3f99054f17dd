namespace Infra.Components.Charts.Pods;

/// <summary>Pods by their labels.</summary>
/// <param name="MatchLabels">The labels that all of them have.</param>
public sealed record PodSelector(IReadOnlyDictionary<string, string> MatchLabels);
