namespace Evidence.Pipeline.Gates;

/// <summary>The ledger that was decided from.</summary>
/// <param name="Root">Its root, recomputed from every entry that was read.</param>
/// <param name="Size">Its entries.</param>
/// <param name="Unreadable">Indices of entries that are no records that this version can read.</param>
public sealed record DecidedLedger(string Root, long Size, IReadOnlyList<long> Unreadable);
