using Infra.Components.Charts.Pods;
using Infra.Components.Tagging;

namespace Infra.Components.Ingress;

/// <summary>Arguments of <see cref="LoadBalancerController"/>.</summary>
public sealed class LoadBalancerControllerArgs : ResourceArgs
{
    /// <summary>Where and how often its pods run.</summary>
    public required Placement Placement { get; init; }

    /// <summary>Name of the cluster: it is in a tag of everything the controller makes.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>Id of the VPC.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The tags of what the controller makes.</summary>
    public required StandardTags Tags { get; init; }
}
