using Evidence.Ledger;

namespace Evidence.Pipeline.Vault;

/// <summary>
/// Writes an object once and believes nothing before it has read it back by version id: bytes, mode, date and hold.
/// </summary>
/// <remarks>
/// Every attempt looks before it writes. That is what makes it safe to try again after a write of which nobody knows
/// whether it happened, to run the same command again after a crash, and to add the same bytes twice: the version that
/// is there is found, checked and used. Two writers who look at the same moment each leave a version; both hold the
/// same bytes under a lock, and each is told of its own.
/// </remarks>
public sealed class VaultWriter(IVaultStore store, VaultBudget budget, TimeProvider time)
{
    private readonly Attempts _attempts = new(budget, time);

    /// <summary>Makes sure that the bytes are in the vault under a lock at least as strong as asked for.</summary>
    /// <exception cref="EvidenceException">They are not, or nobody can tell. Nothing may be acknowledged.</exception>
    public Task<WrittenVersion> WriteAsync(VaultWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        return _attempts.RunAsync(
            async stop => await ReuseAsync(write, stop) ?? await StoreAsync(write, stop),
            write.Source.Length,
            $"store {write.Source.Label} in {store.Name}",
            cancellationToken);
    }

    private async Task<WrittenVersion?> ReuseAsync(VaultWrite write, CancellationToken cancellationToken)
    {
        var found = await store.FindCurrentAsync(write.Key, cancellationToken);
        if (found is null || found.Size != write.Source.Length || !found.Lock.CanBecome(write.Lock))
        {
            return null;
        }

        // Other bytes under this digest are somebody's forgery: verification reports them, and ours go beside them.
        var (version, digest) = await store.DigestAsync(found.At, cancellationToken);
        return digest == write.Digest ? await LockAsync(version, write, alreadyStored: true, cancellationToken) : null;
    }

    private async Task<WrittenVersion> StoreAsync(VaultWrite write, CancellationToken cancellationToken)
    {
        var at = await store.PutAsync(write, cancellationToken);
        var (version, digest) = await store.DigestAsync(at, cancellationToken);
        return digest == write.Digest
            ? await LockAsync(version, write, alreadyStored: false, cancellationToken)
            : throw Altered(at, write.Digest, digest);
    }

    /// <summary>
    /// Strengthens the lock where it is weaker than asked for: the store ignored it, as some do for uploads in parts,
    /// or the version is an older one. After the bytes were checked, so that nothing wrong is ever locked here; a crash
    /// in between leaves a version that the next attempt finds.
    /// </summary>
    private async Task<WrittenVersion> LockAsync(
        StoredVersion version, VaultWrite write, bool alreadyStored, CancellationToken cancellationToken)
    {
        var wanted = write.Lock;
        if (!version.Lock.Covers(wanted))
        {
            // Twins first: as long as this version lacks its lock, the next attempt comes here again.
            await LockTwinsAsync(version.At, write, cancellationToken);
            await StrengthenAsync(version, wanted, cancellationToken);
            version = await store.HeadAsync(version.At, cancellationToken);
        }

        return version.Lock is { Mode: { } heldMode, RetainUntil: { } heldUntil } && version.Lock.Covers(wanted)
            ? new WrittenVersion(
                version.At, new ObjectLock(heldMode, heldUntil, version.Lock.Hold), version.Size, alreadyStored)
            : throw NotLocked(version, wanted);
    }

    /// <summary>
    /// A store that ignored the lock may also have carried out the write twice, and told of one version only. The other
    /// holds the same bytes, and as the older one it is what readers are served: it gets the same lock.
    /// </summary>
    private async Task LockTwinsAsync(VaultLocation known, VaultWrite write, CancellationToken cancellationToken)
    {
        PageEnd? end = null;
        do
        {
            var page = await store.ListVersionsAsync(write.Key, end, cancellationToken);
            foreach (var other in page.Versions.Where(other => other.At.Key == write.Key && other.At != known
                && !other.IsDeleteMarker && other.Size == write.Source.Length))
            {
                var (version, digest) = await store.DigestAsync(other.At, cancellationToken);
                if (digest == write.Digest && !version.Lock.Covers(write.Lock))
                {
                    await StrengthenAsync(version, write.Lock, cancellationToken);
                }
            }

            end = page.End;
        }
        while (end is not null);
    }

    private async Task StrengthenAsync(StoredVersion version, ObjectLock wanted, CancellationToken cancellationToken)
    {
        if (!version.Lock.CoversRetention(wanted) && version.Lock.CanBecome(wanted))
        {
            var target = version.Lock is { Mode: { } mode, RetainUntil: { } until }
                ? wanted.And(new ObjectLock(mode, until))
                : wanted;
            await store.SetRetentionAsync(version.At, target.Mode, target.RetainUntil, cancellationToken);
        }

        if (wanted.Hold && !version.Lock.Hold)
        {
            await store.PlaceHoldAsync(version.At, cancellationToken);
        }
    }

    private EvidenceException Altered(VaultLocation at, Sha256Hash expected, Sha256Hash found) => new(
        EvidenceFault.Integrity,
        $"Stored {at} in {store.Name}, but it does not read back as written: SHA-256 must be {expected}, found "
        + $"{found}. It was not recorded. Check the store's disks and the line to it, then add it again.");

    private EvidenceException NotLocked(StoredVersion version, ObjectLock wanted) => new(
        EvidenceFault.NotLocked,
        $"Stored {version.At} in {store.Name}, but not under the lock that was asked for: wanted {wanted}, the store "
        + $"states {version.Lock}. It was not recorded. Check the bucket's default rule and whether these credentials "
        + "may set and see locks (`./strata evidence probe`).");
}
