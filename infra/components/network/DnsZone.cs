// KNOWN GAP: the zone is not signed (DNSSEC) and its queries are not logged: the key and the log group of a public zone
// must be in us-east-1, where this layer has no provider.
using Route53 = Pulumi.Aws.Route53;

namespace Infra.Components.Network;

/// <summary>The public zone of the environment's names. Stateful: its name servers are delegated to from outside.</summary>
public sealed class DnsZone : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the zone.</summary>
    public const string TypeToken = "strata:network:DnsZone";

    /// <summary>Creates the zone.</summary>
    public DnsZone(string name, DnsZoneArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var zone = new Route53.Zone(
            name,
            new()
            {
                Name = args.ZoneName,
                Comment = "Names of the environment",
                ForceDestroy = false,
                Tags = args.Tags.ToInputs(),
            },
            new() { Parent = this });
        ZoneId = zone.ZoneId;
        RegisterOutputs();
    }

    /// <summary>Id of the zone.</summary>
    [Output("zoneId")]
    public Output<string> ZoneId { get; private set; }
}
