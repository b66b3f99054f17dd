namespace Infra.Components.Charts;

/// <summary>One version of a Helm chart. Its values are typed for exactly this version.</summary>
/// <param name="Repository">Address of the chart repository.</param>
/// <param name="Name">Name of the chart in it.</param>
/// <param name="Version">Version of the chart, which is not that of what it installs.</param>
public sealed record ChartPin(string Repository, string Name, string Version);
