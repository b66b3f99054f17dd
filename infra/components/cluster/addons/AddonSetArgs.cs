using Infra.Components.Tagging;

namespace Infra.Components.Cluster.Addons;

/// <summary>Arguments of <see cref="AddonSet"/>.</summary>
public sealed class AddonSetArgs : ResourceArgs
{
    /// <summary>Name of the cluster.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>The add-ons.</summary>
    public required IReadOnlyList<AddonSpec> Addons { get; init; }

    /// <summary>The add-ons' tags.</summary>
    public required StandardTags Tags { get; init; }
}
