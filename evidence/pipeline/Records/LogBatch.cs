using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Records;

/// <summary>A bundle of the ledger's entries, each verified to be in the tree of the newest checkpoint.</summary>
/// <param name="First">Index of its first entry.</param>
/// <param name="At">Where it is.</param>
/// <param name="Objects">
/// What must be locked as the records are: the bundle, its tile of hashes, the checkpoint.
/// </param>
/// <param name="Envelopes">One DSSE envelope per record, each as it was signed.</param>
/// <param name="Findings">
/// What is wrong with the bundle as a whole. Of one that cannot be read, no envelopes are known.
/// </param>
public sealed record LogBatch(
    long First,
    VaultLocation At,
    IReadOnlyList<StoredVersion> Objects,
    IReadOnlyList<ReadOnlyMemory<byte>> Envelopes,
    IReadOnlyList<Finding> Findings);
