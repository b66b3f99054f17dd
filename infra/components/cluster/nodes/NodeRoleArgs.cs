using Infra.Components.Tagging;

namespace Infra.Components.Cluster.Nodes;

/// <summary>Arguments of <see cref="NodeRole"/>.</summary>
public sealed class NodeRoleArgs : ResourceArgs
{
    /// <summary>Name of the role.</summary>
    public required string RoleName { get; init; }

    /// <summary>The AWS partition.</summary>
    public required string Partition { get; init; }

    /// <summary>The AWS account: twelve digits.</summary>
    public required string Account { get; init; }

    /// <summary>The region whose registry nodes pull from.</summary>
    public required string Region { get; init; }

    /// <summary>What the repositories start with that the registry fills from public ones on first pull.</summary>
    public required IReadOnlyList<string> PullThroughPrefixes { get; init; }

    /// <summary>The tags of the role.</summary>
    public required StandardTags Tags { get; init; }
}
