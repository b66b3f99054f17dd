using Evidence.Ledger;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Custody;

/// <summary>
/// Payloads that are about to be deleted because their retention has ended. Recorded before the first of them is: no
/// payload is ever gone without a record of who, what, by which rule and after which lock.
/// </summary>
/// <param name="DecidedAt">When it was decided that their time is over; UTC.</param>
/// <param name="Objects">The payloads.</param>
public sealed record DispositionIntent(DateTimeOffset DecidedAt, IReadOnlyList<DispositionItem> Objects)
{
    /// <summary>Most payloads of an intent, so that its statement fits into an entry of the ledger.</summary>
    public const int MostObjects = 64;

    /// <summary>The intent that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static DispositionIntent? In(StoredRecord record) =>
        FactJson.Read(record, CustodyKinds.DispositionIntent, FactJson.Default.DispositionIntent);
}
