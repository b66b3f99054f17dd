using System.Globalization;

namespace Infra.Components.Flows.SecurityGroups;

/// <summary>One rule of a security group: one peer, one port.</summary>
/// <param name="Group">The group the rule is in, from <see cref="SecurityGroupNames"/>.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Peer">The other end.</param>
/// <param name="Port">The port of the called side, 1 to 65535.</param>
/// <param name="Transport">The transport.</param>
/// <param name="Description">What it is for.</param>
public sealed record SecurityGroupRule(
    string Group, Direction Direction, RulePeer Peer, int Port, Transport Transport, string Description)
{
    /// <summary>A name that is the rule's own: what it says, joined by hyphens.</summary>
    public string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"{Group}-{Direction}-{Peer}-{Port}-{Transport}").Replace('.', '-').Replace('/', '-').ToLowerInvariant();
}
