namespace Infra.Automation.Upgrades;

/// <summary>A resource that holds data and would not outlive the step from one graph to another.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Replaced">Whether another one takes its place; else it is deleted.</param>
/// <param name="Path">The input whose change replaces it; null where it is gone from the later graph.</param>
/// <param name="Sentence">What was and what would be.</param>
public sealed record Loss(string Urn, bool Replaced, string? Path, string Sentence);
