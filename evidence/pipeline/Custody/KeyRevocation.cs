using Evidence.Ledger;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Custody;

/// <summary>A signing key that is not believed any more, in any entry after the one that says so.</summary>
/// <param name="Identity">Whose key it is.</param>
/// <param name="Key">Its id.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReplacedBy">Id of the key that takes its place, or null.</param>
public sealed record KeyRevocation(string Identity, string Key, string Reason, string? ReplacedBy = null)
{
    /// <summary>The revocation that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static KeyRevocation? In(StoredRecord record) =>
        FactJson.Read(record, CustodyKinds.KeyRevocation, FactJson.Default.KeyRevocation);
}
