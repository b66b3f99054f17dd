using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Records;

/// <summary>Records that were appended together.</summary>
/// <param name="At">Where they are.</param>
/// <param name="Lock">The lock the store states for them.</param>
/// <param name="Envelopes">One DSSE envelope per record, each as it was signed.</param>
/// <param name="Findings">
/// What is wrong with the batch as a whole. Of one that cannot be read, no envelopes are known.
/// </param>
public sealed record LogBatch(
    VaultLocation At, LockState Lock, IReadOnlyList<ReadOnlyMemory<byte>> Envelopes, IReadOnlyList<Finding> Findings);
