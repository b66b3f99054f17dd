using System.Net;

namespace Infra.Components.Flows;

/// <summary>Something with addresses that is no pod: a database, a VPC endpoint, the API server, a node.</summary>
/// <param name="Name">Name within the model.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Addresses">Where its packets come from and go to, as seen from a pod.</param>
public sealed record Endpoint(string Name, string Description, IReadOnlyList<IPNetwork> Addresses)
    : Party(Name, Description)
{
    /// <summary>Its security group; null (the default) where it has none of ours.</summary>
    public string? SecurityGroup { get; init; }

    /// <summary>
    /// Whether AWS keeps traffic to it out of sight of security groups: the VPC resolver and addresses local to a node.
    /// </summary>
    public bool BeyondSecurityGroups { get; init; }

    /// <summary>
    /// The service of an interface VPC endpoint, the <c>kms</c> of <c>com.amazonaws.REGION.kms</c>; null for anything
    /// else. The endpoint's interfaces must have exactly <see cref="Party"/>'s <see cref="Addresses"/>, one in each
    /// subnet.
    /// </summary>
    public string? Service { get; init; }

    /// <inheritdoc/>
    public override string? Group => SecurityGroup;

    /// <summary>Whether some of its addresses are public, so that the way there leads through the firewall.</summary>
    internal bool OnTheInternet => Addresses.Any(Networks.Public);
}
