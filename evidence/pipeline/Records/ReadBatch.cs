using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Records;

/// <summary>A batch with its records understood as far as they can be.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Records">
/// Its records, in order. Their signatures were checked; see <see cref="StoredRecord.SignedBy"/>.
/// </param>
/// <param name="Unreadable">Entries of it that are no records.</param>
public sealed record ReadBatch(
    LogBatch Batch,
    IReadOnlyList<StoredRecord> Records,
    IReadOnlyList<(RecordPlace Place, Finding Finding)> Unreadable);
