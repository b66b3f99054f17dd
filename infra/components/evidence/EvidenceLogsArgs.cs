using Infra.Components.Identity;
using Infra.Components.Tagging;

namespace Infra.Components.Evidence;

/// <summary>Arguments of <see cref="EvidenceLogs"/>.</summary>
public sealed class EvidenceLogsArgs : ResourceArgs
{
    /// <summary>The account.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>Name of the bucket of the records.</summary>
    public required string BucketName { get; init; }

    /// <summary>The buckets that records are about, all in the region of this component.</summary>
    public required IReadOnlyList<EvidenceBucket> Sources { get; init; }

    /// <summary>ARN of the key that the lists are encrypted with.</summary>
    public required Output<string> KeyArn { get; init; }

    /// <summary>Days for which records are kept.</summary>
    public required int HistoryDays { get; init; }

    /// <summary>Days after which the parts of an upload that was never completed are removed.</summary>
    public required int AbandonedUploadDays { get; init; }

    /// <summary>The bucket's tags.</summary>
    public required StandardTags Tags { get; init; }
}
