using Evidence.Ledger;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Custody;

/// <summary>What became of the payloads of an intent.</summary>
/// <param name="Intent">Index of the record of the <see cref="DispositionIntent"/>.</param>
/// <param name="Results">One result for each of its payloads.</param>
public sealed record Disposition(long Intent, IReadOnlyList<DispositionResult> Results)
{
    /// <summary>The results that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static Disposition? In(StoredRecord record) =>
        FactJson.Read(record, CustodyKinds.Disposition, FactJson.Default.Disposition);
}
