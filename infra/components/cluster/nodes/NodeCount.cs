namespace Infra.Components.Cluster.Nodes;

/// <summary>How many nodes a pool has.</summary>
/// <param name="Minimum">The fewest.</param>
/// <param name="Desired">How many there are. Nothing scales a pool by itself: a release does.</param>
/// <param name="Maximum">The most, also while nodes are replaced.</param>
public readonly record struct NodeCount(int Minimum, int Desired, int Maximum);
