using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody.Observing;

/// <summary>What the store said about one version: a line of an observation.</summary>
/// <param name="Hold">Whether a legal hold is on it.</param>
/// <param name="Key">Key within the bucket.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Version">The store's name of the version.</param>
/// <param name="Mode">Mode of its lock, or null: none is stated.</param>
/// <param name="RetainUntil">End of its lock, or null as above; UTC.</param>
/// <param name="Sha256">SHA-256 of its bytes, or null if they were not read.</param>
/// <param name="DeleteMarker">True of a delete marker, which has neither lock nor bytes; else null.</param>
public sealed record ObservedVersion(
    bool Hold,
    string Key,
    long Size,
    string Version,
    LockMode? Mode = null,
    DateTimeOffset? RetainUntil = null,
    string? Sha256 = null,
    bool? DeleteMarker = null)
{
    /// <summary>Which version.</summary>
    public VaultLocation ToLocation() => new(Key, Version);

    /// <summary>The lock it was under.</summary>
    public LockState ToLock() => new(Mode, RetainUntil, Hold);

    internal bool IsMarker => DeleteMarker is true;

    /// <summary>Whether anything was promised about it: nobody misses what never was locked.</summary>
    internal bool IsLocked => Mode is not null || Hold;

    internal static ObservedVersion Of(StoredVersion version, string? sha256) => new(
        version.Lock.Hold,
        version.At.Key,
        version.Size,
        version.At.VersionId,
        version.Lock.Mode,
        version.Lock.RetainUntil,
        sha256);

    internal static ObservedVersion Marker(VaultLocation at) =>
        new(false, at.Key, 0, at.VersionId, DeleteMarker: true);
}
