using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody;

/// <summary>A payload version whose retention has ended.</summary>
/// <param name="Key">Key within the bucket.</param>
/// <param name="Mode">Mode of its lock, as the store stated it last.</param>
/// <param name="Records">
/// Indexes of the records that speak of it; none of a version that nothing ever referred to.
/// </param>
/// <param name="RetainUntil">End of its lock, as the store stated it last; UTC.</param>
/// <param name="Rule">The retention class under which its time is over.</param>
/// <param name="Sha256">SHA-256 of its bytes, read before it was deleted.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Version">The store's name of the version.</param>
public sealed record DispositionItem(
    string Key,
    LockMode Mode,
    IReadOnlyList<long> Records,
    DateTimeOffset RetainUntil,
    string Rule,
    string Sha256,
    long Size,
    string Version)
{
    /// <summary>The version.</summary>
    public VaultLocation ToLocation() => new(Key, Version);
}
