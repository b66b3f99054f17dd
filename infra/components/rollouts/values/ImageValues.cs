namespace Infra.Components.Rollouts.Values;

/// <summary>An image with its registry apart: the chart puts a slash between the two.</summary>
internal sealed record ImageValues(string Registry, string Repository, string Tag);
