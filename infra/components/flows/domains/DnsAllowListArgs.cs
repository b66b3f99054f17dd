using Infra.Components.Tagging;

namespace Infra.Components.Flows.Domains;

/// <summary>Arguments for <see cref="DnsAllowList"/>.</summary>
public sealed class DnsAllowListArgs : ResourceArgs
{
    /// <summary>What every name starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The declared flows.</summary>
    public required FlowModel Flows { get; init; }

    /// <summary>The VPC whose resolver is asked.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The region, whose instances have names of their own.</summary>
    public required string Region { get; init; }

    /// <summary>The environment's own domain.</summary>
    public required string ZoneName { get; init; }

    /// <summary>Whether the list cannot be taken from the VPC before its protection is.</summary>
    public required bool Protect { get; init; }

    /// <summary>Tags of everything.</summary>
    public required StandardTags Tags { get; init; }
}
