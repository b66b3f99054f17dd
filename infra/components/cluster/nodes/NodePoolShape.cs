namespace Infra.Components.Cluster.Nodes;

/// <summary>The machines of a pool.</summary>
/// <param name="Architecture">Their processors.</param>
/// <param name="InstanceTypes">Types that will do, the first is tried first.</param>
/// <param name="Count">How many there are.</param>
/// <param name="VolumeGiB">Size of each node's volume for images and pods, in GiB.</param>
public sealed record NodePoolShape(
    NodeArchitecture Architecture, IReadOnlyList<string> InstanceTypes, NodeCount Count, int VolumeGiB);
