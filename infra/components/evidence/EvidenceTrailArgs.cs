using Infra.Components.Identity;
using Infra.Components.Tagging;

namespace Infra.Components.Evidence;

/// <summary>Arguments of <see cref="EvidenceTrail"/>.</summary>
public sealed class EvidenceTrailArgs : ResourceArgs
{
    /// <summary>The account.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>The region of the trail's bucket. The trail records every region.</summary>
    public required string Region { get; init; }

    /// <summary>How long the records are locked.</summary>
    public required RetentionBounds Retention { get; init; }

    /// <summary>ARNs of the buckets whose objects are watched.</summary>
    public required IReadOnlyList<string> VaultArns { get; init; }

    /// <summary>Days after which the parts of an upload that was never completed are removed.</summary>
    public required int AbandonedUploadDays { get; init; }

    /// <summary>Days for which the key can still be rescued when it is to be deleted; 7 to 30.</summary>
    public required int KeyDeletionDays { get; init; }

    /// <summary>The tags of the trail, its bucket and its key.</summary>
    public required StandardTags Tags { get; init; }

    /// <summary>What the store can do.</summary>
    public required StoreAbilities Abilities { get; init; }
}
