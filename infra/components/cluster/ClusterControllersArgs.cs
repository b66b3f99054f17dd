using Infra.Components.Tagging;

namespace Infra.Components.Cluster;

/// <summary>Arguments of <see cref="ClusterControllers"/>.</summary>
public sealed class ClusterControllersArgs : ResourceArgs
{
    /// <summary>What the names of the roles start with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The AWS partition.</summary>
    public required string Partition { get; init; }

    /// <summary>The cluster.</summary>
    public required ClusterIdentity Cluster { get; init; }

    /// <summary>ARN of the key that volumes are encrypted with.</summary>
    public required Input<string> VolumesKeyArn { get; init; }

    /// <summary>The tags of the roles; each adds the controller's own service.</summary>
    public required StandardTags Tags { get; init; }
}
