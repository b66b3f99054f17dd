using Infra.Components.Policies;
using Infra.Components.Tagging;

namespace Infra.Components.Network;

/// <summary>Arguments for <see cref="NetworkLogs"/>.</summary>
public sealed class NetworkLogsArgs : ResourceArgs
{
    /// <summary>What every name starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The network that is watched.</summary>
    public required VirtualNetwork Network { get; init; }

    /// <summary>Where the network is.</summary>
    public required AwsScope Scope { get; init; }

    /// <summary>ARN of the key the logs are encrypted with.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>For how many days they are kept; a number that CloudWatch has.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Tags of everything.</summary>
    public required StandardTags Tags { get; init; }
}
