using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Verification;

/// <summary>What verification says about one record, or about something that should be records and is not.</summary>
/// <param name="Record">The record, or null where there is none to speak of.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Findings">What is wrong; empty if nothing is.</param>
public sealed record RecordVerdict(StoredRecord? Record, RecordPlace Place, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool Holds => Findings.Count == 0;

    /// <summary>
    /// Index of the record by which the payload was disposed of after its retention, or null of one that is there. The
    /// record itself stays verifiable.
    /// </summary>
    public long? DisposedBy { get; init; }
}
