namespace Evidence.Pipeline.Records;

/// <summary>
/// Where signed records are kept, in the order in which they were appended. Today batches in the vault; the Merkle
/// ledger takes this place and holds the same envelopes, byte for byte, so nothing that is stored changes.
/// </summary>
public interface IRecordLog
{
    /// <summary>
    /// Appends records together: all of them or none. Returns when they are stored, locked at least as hard and as long
    /// as each one's payload, and read back.
    /// </summary>
    /// <returns>Where each one is, in the order given.</returns>
    /// <exception cref="EvidenceException">They are not, or nobody can tell. None may be acknowledged.</exception>
    Task<IReadOnlyList<RecordPlace>> AppendAsync(
        IReadOnlyList<SignedRecord> records, CancellationToken cancellationToken);

    /// <summary>
    /// All batches, oldest first. What cannot be read is handed out with findings, never left out in silence.
    /// </summary>
    IAsyncEnumerable<LogBatch> ReadAsync(CancellationToken cancellationToken);
}
