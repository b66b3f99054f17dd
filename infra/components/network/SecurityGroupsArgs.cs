using Infra.Components.Tagging;

namespace Infra.Components.Network;

/// <summary>Arguments for <see cref="SecurityGroups"/>.</summary>
public sealed class SecurityGroupsArgs : ResourceArgs
{
    /// <summary>What every name starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The network they are in.</summary>
    public required VirtualNetwork Network { get; init; }

    /// <summary>Tags of every group.</summary>
    public required StandardTags Tags { get; init; }
}
