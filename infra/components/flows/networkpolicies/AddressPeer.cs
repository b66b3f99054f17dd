using System.Net;

namespace Infra.Components.Flows.NetworkPolicies;

/// <summary>A range of addresses.</summary>
/// <param name="Cidr">The range.</param>
/// <param name="Except">Ranges within it that are left out.</param>
public sealed record AddressPeer(IPNetwork Cidr, IReadOnlyList<IPNetwork> Except) : PolicyPeer
{
    /// <inheritdoc/>
    internal override string Key => $"addresses {Cidr} {string.Join(',', Except)}";
}
