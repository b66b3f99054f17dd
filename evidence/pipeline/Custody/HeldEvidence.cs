namespace Evidence.Pipeline.Custody;

/// <summary>A legal hold as the ledger has it.</summary>
/// <param name="Index">Index of the record that put it on: what a release refers to.</param>
/// <param name="Record">Index of the record whose payload is held; the same if it was added under a hold.</param>
/// <param name="Matter">What it is for, or null if it was added with the evidence.</param>
/// <param name="By">Identities that put it on.</param>
/// <param name="Objects">The versions it was set on.</param>
public sealed record HeldEvidence(
    long Index, long Record, string? Matter, IReadOnlyList<string> By, IReadOnlyList<VaultObject> Objects)
{
    /// <summary>Index of the record that released it, or null while it lasts.</summary>
    public long? ReleasedBy { get; internal set; }

    /// <summary>Whether the same people put it on the same evidence for the same matter.</summary>
    internal bool IsRepetitionOf(HeldEvidence other) =>
        Matter is not null && Matter == other.Matter && Record == other.Record && By.SequenceEqual(other.By);
}
