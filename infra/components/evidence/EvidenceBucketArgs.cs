using Infra.Components.Policies;
using Infra.Components.Tagging;

namespace Infra.Components.Evidence;

/// <summary>Arguments of <see cref="EvidenceBucket"/>.</summary>
public sealed class EvidenceBucketArgs : ResourceArgs
{
    /// <summary>Name of the bucket, unique in the AWS partition.</summary>
    public required string BucketName { get; init; }

    /// <summary>The AWS partition.</summary>
    public required string Partition { get; init; }

    /// <summary>How long objects are locked; null for a bucket whose objects change.</summary>
    public required RetentionBounds? Retention { get; init; }

    /// <summary>Days for which old versions are kept; null keeps them. Not for locked objects.</summary>
    public int? HistoryDays { get; init; }

    /// <summary>Days after which objects are removed; null keeps them. Not for locked objects.</summary>
    public int? ExpiryDays { get; init; }

    /// <summary>What the bucket's policy says besides; nothing by default.</summary>
    public IReadOnlyList<PolicyStatement> Statements { get; init; } = [];

    /// <summary>ARN of the KMS key; null where the store has no KMS.</summary>
    public required Output<string>? KeyArn { get; init; }

    /// <summary>Days after which the parts of an upload that was never completed are removed.</summary>
    public required int AbandonedUploadDays { get; init; }

    /// <summary>The bucket's tags.</summary>
    public required StandardTags Tags { get; init; }

    /// <summary>What the store can do.</summary>
    public required StoreAbilities Abilities { get; init; }
}
