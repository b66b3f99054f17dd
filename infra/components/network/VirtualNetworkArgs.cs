using Infra.Components.Flows.Catalogue;
using Infra.Components.Tagging;

namespace Infra.Components.Network;

/// <summary>Arguments for <see cref="VirtualNetwork"/>.</summary>
public sealed class VirtualNetworkArgs : ResourceArgs
{
    /// <summary>What every name starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The addresses.</summary>
    public required NetworkPlan Plan { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The letters of the availability zones, in the order of the plan's subnets.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>Tags of everything.</summary>
    public required StandardTags Tags { get; init; }
}
