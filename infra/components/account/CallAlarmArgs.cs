using Infra.Components.Tagging;

namespace Infra.Components.Account;

/// <summary>Arguments of <see cref="CallAlarm"/>.</summary>
public sealed class CallAlarmArgs : ResourceArgs
{
    /// <summary>Name of the rule.</summary>
    public required string RuleName { get; init; }

    /// <summary>What has happened, as the alarm says it: no quotes, no full stop.</summary>
    public required string Sentence { get; init; }

    /// <summary>The calls.</summary>
    public required WatchedCalls Calls { get; init; }

    /// <summary>ARN of the topic that is told.</summary>
    public required Output<string> TopicArn { get; init; }

    /// <summary>The rule's tags.</summary>
    public required StandardTags Tags { get; init; }
}
