using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody.Holding;

/// <summary>A release that is recorded, and what the store says now.</summary>
/// <param name="Hold">Index of the hold.</param>
/// <param name="Index">Index of the record of its release.</param>
/// <param name="Free">Versions that no hold is on any more.</param>
/// <param name="StillHeld">Versions that stay held, because of other holds.</param>
/// <param name="AlreadyRecorded">Whether it was recorded before, and only the store was looked at.</param>
public sealed record ReleaseReceipt(
    long Hold,
    long Index,
    IReadOnlyList<VaultLocation> Free,
    IReadOnlyList<VaultLocation> StillHeld,
    bool AlreadyRecorded);
