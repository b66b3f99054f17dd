using Infra.Stacks.Evidence;

namespace Infra.Stacks.Environments;

/// <summary>The evidence vault of an environment.</summary>
/// <param name="Retention">How long evidence is locked.</param>
/// <param name="AbandonedUploads">After which time the parts of an upload that was never completed are removed.</param>
/// <param name="HeadHistory">How long old versions of the ledger's mutable head are kept.</param>
/// <param name="KeyDeletionWindow">How long a KMS key that is to be deleted can still be rescued; 7 to 30 days.</param>
/// <param name="Audit">Who may touch evidence, and what is recorded about it; null where the store is not AWS.</param>
public sealed record EvidenceSettings(
    RetentionSettings Retention,
    Period AbandonedUploads,
    Period HeadHistory,
    Period KeyDeletionWindow,
    AuditSettings? Audit);
