namespace Evidence.Pipeline.Records;

/// <summary>Where signed records are appended: the ledger.</summary>
public interface IRecordLog
{
    /// <summary>
    /// Finds out whether records can be appended, before anything is stored that they would speak of.
    /// </summary>
    /// <exception cref="EvidenceException">They cannot.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Appends records together: all of them or none. Returns when they are under a published checkpoint: stored,
    /// locked at least as hard and as long as each one's payload, and read back.
    /// </summary>
    /// <returns>Where each one is, in the order given.</returns>
    /// <exception cref="EvidenceException">They are not, or nobody can tell. None may be acknowledged.</exception>
    Task<IReadOnlyList<RecordPlace>> AppendAsync(
        IReadOnlyList<SignedRecord> records, CancellationToken cancellationToken);
}
