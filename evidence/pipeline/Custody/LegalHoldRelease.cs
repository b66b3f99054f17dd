using Evidence.Ledger;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Custody;

/// <summary>The end of a legal hold, by somebody other than whoever put it on. The store follows the record.</summary>
/// <param name="Hold">
/// Index of the record that put the hold on: a <see cref="LegalHold"/>, or evidence that was added under a hold.
/// </param>
/// <param name="Objects">The payload versions that the hold was on.</param>
/// <param name="Reason">Why it ends.</param>
/// <param name="Matter">The matter of the hold, or null if it was added with the evidence.</param>
public sealed record LegalHoldRelease(
    long Hold, IReadOnlyList<VaultObject> Objects, string Reason, string? Matter = null)
{
    /// <summary>The release that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static LegalHoldRelease? In(StoredRecord record) =>
        FactJson.Read(record, CustodyKinds.LegalHoldRelease, FactJson.Default.LegalHoldRelease);
}
