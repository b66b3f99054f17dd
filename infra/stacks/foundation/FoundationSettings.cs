using Infra.Components.Flows.Catalogue;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Foundation;

/// <summary>The network and the keys of an environment.</summary>
public sealed record FoundationSettings
{
    /// <summary>The letters of the three availability zones, which follow the region's name.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>
    /// The addresses: a subnet for each zone where there is one per zone, in the order of <see cref="Zones"/>. Traffic
    /// leaves through one NAT gateway for each NAT subnet, and through a firewall where there are firewall subnets.
    /// </summary>
    public required NetworkPlan Plan { get; init; }

    /// <summary>The domain below which the environment's names are.</summary>
    public required string DnsZone { get; init; }

    /// <summary>How long flow, firewall and DNS logs are kept; a period that CloudWatch has.</summary>
    public required Period LogRetention { get; init; }

    /// <summary>How long a key that is to be deleted can still be rescued; 7 to 30 days.</summary>
    public required Period KeyDeletionWindow { get; init; }
}
