using System.Net;

namespace Infra.Components.Flows.SecurityGroups;

/// <summary>A range of addresses.</summary>
/// <param name="Cidr">The range.</param>
public sealed record CidrPeer(IPNetwork Cidr) : RulePeer
{
    /// <inheritdoc/>
    public override string ToString() => Cidr.ToString();
}
