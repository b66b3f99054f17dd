using System.Net;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Network;

/// <summary>A subnet of one availability zone.</summary>
/// <param name="Zone">The letter of the zone.</param>
/// <param name="Range">Its addresses.</param>
/// <param name="Subnet">The subnet.</param>
public sealed record ZoneSubnet(string Zone, IPNetwork Range, Subnet Subnet);
