namespace Evidence.Pipeline.Gates;

/// <summary>A record that a decision rests on.</summary>
/// <param name="Index">Its index in the ledger.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Payload">SHA-256 of its payload.</param>
/// <param name="Record">Its id: SHA-256 of its statement.</param>
/// <param name="Signers">Identities that signed it; none of a record that counts against.</param>
public sealed record DecisionInput(
    long Index, string Kind, string Payload, string Record, IReadOnlyList<string> Signers);
