using Infra.Components.Tagging;

namespace Infra.Components.Evidence;

/// <summary>
/// Arguments of <see cref="EvidenceVault"/>. They are plain values: names and policies are made from them.
/// </summary>
public sealed class EvidenceVaultArgs : ResourceArgs
{
    /// <summary>What the names start with. Bucket names come from it, so it is unique in the AWS partition.</summary>
    public required string Prefix { get; init; }

    /// <summary>The AWS partition: <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</summary>
    public required string Partition { get; init; }

    /// <summary>The AWS account: twelve digits.</summary>
    public required string Account { get; init; }

    /// <summary>How long evidence is locked.</summary>
    public required RetentionBounds Retention { get; init; }

    /// <summary>Days after which the parts of an upload that was never completed are removed.</summary>
    public required int AbandonedUploadDays { get; init; }

    /// <summary>Days for which old versions of the ledger's mutable head are kept.</summary>
    public required int HeadHistoryDays { get; init; }

    /// <summary>Days for which a KMS key that is to be deleted can still be rescued; 7 to 30.</summary>
    public required int KeyDeletionDays { get; init; }

    /// <summary>
    /// The roles that touch evidence; null where the store knows no roles, and whoever has its key may do everything.
    /// </summary>
    public required EvidenceRoleNames? Roles { get; init; }

    /// <summary>The tags of everything in the vault.</summary>
    public required StandardTags Tags { get; init; }

    /// <summary>What the store can do.</summary>
    public required StoreAbilities Abilities { get; init; }

    /// <summary>The provider of the region of everything but the replica.</summary>
    public required ProviderResource Home { get; init; }

    /// <summary>
    /// The provider of the region that evidence is replicated to; null where there is no replication.
    /// </summary>
    public required ProviderResource? Replica { get; init; }
}
