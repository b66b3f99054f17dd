using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody.Observing;

/// <summary>Everything on one key, newest first, and what is wrong with it as it stands.</summary>
/// <param name="Versions">Versions and delete markers.</param>
/// <param name="Findings">What is wrong, whatever was observed before.</param>
/// <param name="Unlocked">
/// A payload that no lock is on: an upload in parts that is being locked right now, or a finding if a record speaks of
/// it.
/// </param>
/// <param name="BytesRead">Bytes that were read for their digests.</param>
internal sealed record ObservedKey(
    IReadOnlyList<ObservedVersion> Versions,
    IReadOnlyList<ObservedFinding> Findings,
    VaultLocation? Unlocked,
    long BytesRead);
