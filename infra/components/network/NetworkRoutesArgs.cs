using Infra.Components.Tagging;

namespace Infra.Components.Network;

/// <summary>Arguments for <see cref="NetworkRoutes"/>.</summary>
public sealed class NetworkRoutesArgs : ResourceArgs
{
    /// <summary>The network.</summary>
    public required VirtualNetwork Network { get; init; }

    /// <summary>
    /// Ids of the firewall's endpoints, one for each NAT gateway and in the same order; none where there is no
    /// firewall.
    /// </summary>
    public required IReadOnlyList<Output<string>> FirewallEndpointIds { get; init; }

    /// <summary>Tags of everything.</summary>
    public required StandardTags Tags { get; init; }
}
