using Infra.Components.Tagging;

namespace Infra.Components.Backup;

/// <summary>Arguments of <see cref="BackupTopic"/>.</summary>
public sealed class BackupTopicArgs : ResourceArgs
{
    /// <summary>Name of the topic, unique in its account and region.</summary>
    public required string TopicName { get; init; }

    /// <summary>The AWS account: twelve digits.</summary>
    public required string Account { get; init; }

    /// <summary>ARN of the KMS key of topics, which AWS Backup and RDS must be allowed to use.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>The tags of the topic.</summary>
    public required StandardTags Tags { get; init; }
}
