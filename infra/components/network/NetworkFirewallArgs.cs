using Infra.Components.Tagging;

namespace Infra.Components.Network;

/// <summary>Arguments for <see cref="NetworkFirewall"/>.</summary>
public sealed class NetworkFirewallArgs : ResourceArgs
{
    /// <summary>What every name starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The network; it has subnets for the firewall.</summary>
    public required VirtualNetwork Network { get; init; }

    /// <summary>ARN of the policy of what passes.</summary>
    public required Input<string> FirewallPolicyArn { get; init; }

    /// <summary>Where it writes what it saw.</summary>
    public required NetworkLogs Logs { get; init; }

    /// <summary>Whether AWS refuses to delete it, or to move it to other subnets.</summary>
    public required bool Protect { get; init; }

    /// <summary>Tags of everything.</summary>
    public required StandardTags Tags { get; init; }
}
