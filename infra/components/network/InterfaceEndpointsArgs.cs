using Infra.Components.Flows;
using Infra.Components.Policies;
using Infra.Components.Tagging;

namespace Infra.Components.Network;

/// <summary>Arguments for <see cref="InterfaceEndpoints"/>.</summary>
public sealed class InterfaceEndpointsArgs : ResourceArgs
{
    /// <summary>The network.</summary>
    public required VirtualNetwork Network { get; init; }

    /// <summary>The endpoints, each with its service and an address in every endpoint subnet, in their order.</summary>
    public required IReadOnlyList<Endpoint> Endpoints { get; init; }

    /// <summary>Id of the endpoints' security group.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Where the network is.</summary>
    public required AwsScope Scope { get; init; }

    /// <summary>Tags of every endpoint.</summary>
    public required StandardTags Tags { get; init; }
}
