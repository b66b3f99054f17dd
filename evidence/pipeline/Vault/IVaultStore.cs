namespace Evidence.Pipeline.Vault;

/// <summary>
/// A bucket with Object Lock, as narrow as evidence needs it: nothing here can delete, shorten or overwrite.
/// </summary>
/// <remarks>
/// Every method makes each of its network calls once, within the budget for one call, and throws
/// <see cref="EvidenceException"/>: <see cref="EvidenceFault.Unreachable"/> and <see cref="EvidenceFault.TimedOut"/>
/// leave open whether a write happened, every other fault means that it did not. Retrying is the caller's: only the
/// caller can look first whether the write that seemed to fail is there. Safe to use from many threads at once.
/// </remarks>
public interface IVaultStore : IDisposable
{
    /// <summary>Name of the bucket.</summary>
    string Bucket { get; }

    /// <summary>The bucket and its server, for a sentence.</summary>
    string Name { get; }

    /// <summary>What the bucket says it does.</summary>
    Task<VaultDescription> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes a new version and asks for its lock; never replaces one. Sends a large source in parts, holding a bounded
    /// number of them, and completes nothing whose bytes do not have the expected digest.
    /// </summary>
    /// <returns>
    /// The new version. The store may have ignored the lock (some do for uploads in parts): read back before believing.
    /// </returns>
    Task<VaultLocation> PutAsync(VaultWrite write, CancellationToken cancellationToken);

    /// <summary>Sets mode and date of a version's retention. The store refuses whatever would weaken them.</summary>
    Task SetRetentionAsync(
        VaultLocation at, LockMode mode, DateTimeOffset retainUntil, CancellationToken cancellationToken);

    /// <summary>Puts a legal hold on a version.</summary>
    Task PlaceHoldAsync(VaultLocation at, CancellationToken cancellationToken);

    /// <summary>
    /// The version served to a reader who names none, or null if there is none or a delete marker hides it.
    /// </summary>
    Task<StoredVersion?> FindCurrentAsync(string key, CancellationToken cancellationToken);

    /// <summary>What the store says about a version; <see cref="EvidenceFault.NotFound"/> if it is gone.</summary>
    Task<StoredVersion> HeadAsync(VaultLocation at, CancellationToken cancellationToken);

    /// <summary>Opens a version; <see cref="EvidenceFault.NotFound"/> if it is gone.</summary>
    Task<StoredContent> OpenAsync(VaultLocation at, CancellationToken cancellationToken);

    /// <summary>
    /// One page of the versions and delete markers under a prefix: keys in order, each key's newest version first.
    /// Starts where the previous page ended, at the first if <paramref name="after"/> is null.
    /// </summary>
    Task<VersionPage> ListVersionsAsync(string prefix, PageEnd? after, CancellationToken cancellationToken);
}
