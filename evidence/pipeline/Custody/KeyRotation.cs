using Evidence.Ledger;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Custody;

/// <summary>
/// A signing key that took the place of another, said by the other. No reader believes the new key for it: a key is
/// believed when it is in the reader's own trust file.
/// </summary>
/// <param name="Identity">Whose keys they are.</param>
/// <param name="Key">Id of the key that was replaced, and signs this.</param>
/// <param name="ReplacedBy">Id of the key that took its place.</param>
/// <param name="ReplacedByPublicKey">That key, as PEM.</param>
public sealed record KeyRotation(string Identity, string Key, string ReplacedBy, string ReplacedByPublicKey)
{
    /// <summary>The rotation that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static KeyRotation? In(StoredRecord record) =>
        FactJson.Read(record, CustodyKinds.KeyRotation, FactJson.Default.KeyRotation);
}
