using Infra.Components.Tagging;

namespace Infra.Components.Cluster.Access;

/// <summary>Arguments of <see cref="ClusterAccess"/>.</summary>
public sealed class ClusterAccessArgs : ResourceArgs
{
    /// <summary>Name of the cluster.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>The AWS partition.</summary>
    public required string Partition { get; init; }

    /// <summary>Who may do what. Whoever is not here may do nothing.</summary>
    public required IReadOnlyList<AccessGrant> Grants { get; init; }

    /// <summary>The tags of the access entries.</summary>
    public required StandardTags Tags { get; init; }
}
