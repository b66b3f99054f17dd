using Evidence.Ledger;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Gates;

/// <summary>How far a workstream is. The newest statement counts.</summary>
/// <param name="Owner">Who answers for it.</param>
/// <param name="State">How far it is.</param>
/// <param name="Target">When it is meant to be done.</param>
/// <param name="Workstream">Its name in <c>workstreams.yaml</c>.</param>
/// <param name="Note">What changed, or null.</param>
public sealed record WorkstreamStatus(
    string Owner, WorkstreamState State, DateOnly Target, string Workstream, string? Note = null)
{
    /// <summary>The status that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static WorkstreamStatus? In(StoredRecord record) =>
        FactJson.Read(record, GateKinds.WorkstreamStatus, GateJson.Default.WorkstreamStatus);
}
