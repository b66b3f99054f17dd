using Infra.Components.Tagging;

namespace Infra.Components.Telemetry.Alerting;

/// <summary>Arguments of <see cref="AlertTopics"/>.</summary>
public sealed class AlertTopicsArgs : ResourceArgs
{
    /// <summary>The AWS partition.</summary>
    public required string Partition { get; init; }

    /// <summary>The AWS account: twelve digits.</summary>
    public required string Account { get; init; }

    /// <summary>What every name starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The topics, by their names without the prefix.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Who is told through which topic, by its name without the prefix.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<AlertSubscriber>> Subscribers { get; init; }

    /// <summary>ARN of the key that messages are encrypted with.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Tags of the topics.</summary>
    public required StandardTags Tags { get; init; }
}
