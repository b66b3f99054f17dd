using Infra.Components.Tagging;

namespace Infra.Components.Network;

/// <summary>Arguments for <see cref="DnsZone"/>.</summary>
public sealed class DnsZoneArgs : ResourceArgs
{
    /// <summary>The domain.</summary>
    public required string ZoneName { get; init; }

    /// <summary>Tags of everything.</summary>
    public required StandardTags Tags { get; init; }
}
