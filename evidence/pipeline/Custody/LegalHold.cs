using Evidence.Ledger;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Custody;

/// <summary>A legal hold that was put on evidence. It lasts until a release of somebody else refers to it.</summary>
/// <param name="Matter">What it is for: a case, an investigation.</param>
/// <param name="Objects">
/// The versions it was set on before this was recorded: payloads, and where their record is.
/// </param>
/// <param name="Reason">Why.</param>
/// <param name="Record">Index of the record whose payload is held.</param>
/// <param name="Sha256">SHA-256 of that payload.</param>
public sealed record LegalHold(
    string Matter, IReadOnlyList<VaultObject> Objects, string Reason, long Record, string Sha256)
{
    /// <summary>The hold that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static LegalHold? In(StoredRecord record) =>
        FactJson.Read(record, CustodyKinds.LegalHold, FactJson.Default.LegalHold);
}
