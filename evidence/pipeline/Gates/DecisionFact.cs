using Evidence.Ledger;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Gates;

/// <summary>A decision as its record states it; the payload is the whole <see cref="GateDecision"/>.</summary>
/// <param name="At">The time that was decided for; UTC.</param>
/// <param name="Gate">Name of the gate.</param>
/// <param name="LedgerRoot">Root of the ledger that was decided from.</param>
/// <param name="LedgerSize">Its entries.</param>
/// <param name="Passed">What was decided.</param>
public sealed record DecisionFact(
    DateTimeOffset At, string Gate, string LedgerRoot, long LedgerSize, bool Passed)
{
    /// <summary>The decision that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static DecisionFact? In(StoredRecord record) =>
        FactJson.Read(record, GateKinds.Decision, GateJson.Default.DecisionFact);
}
