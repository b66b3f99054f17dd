using Infra.Components.Tagging;

namespace Infra.Components.Cluster.Nodes;

/// <summary>Arguments of <see cref="NodePool"/>.</summary>
public sealed class NodePoolArgs : ResourceArgs
{
    /// <summary>Name of the pool: the value of its nodes' label.</summary>
    public required string Pool { get; init; }

    /// <summary>Name of the cluster.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>Minor version of Kubernetes, at most that of the control plane.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>The machines.</summary>
    public required NodePoolShape Shape { get; init; }

    /// <summary>ARN of the nodes' role.</summary>
    public required Input<string> RoleArn { get; init; }

    /// <summary>The private subnets, one in each zone.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The only security group of the nodes, and so of their pods.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>ARN of the key that volumes are encrypted with.</summary>
    public required Input<string> VolumesKeyArn { get; init; }

    /// <summary>What keeps pods off unless they tolerate it; null (the default) for a pool that takes any.</summary>
    public NodeTaint? Taint { get; init; }

    /// <summary>The tags of the group, its instances, their volumes and interfaces.</summary>
    public required StandardTags Tags { get; init; }
}
