using System.Runtime.CompilerServices;
using Evidence.Ledger;
using Evidence.Pipeline.Flow;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Custody.Observing;

/// <summary>
/// Looks at every version in the vault, by version id: asks for its lock, and reads its bytes where the sample says so.
/// Holds as many keys as it looks at at once.
/// </summary>
internal sealed class VaultScan(IVaultStore store, VaultBudget budget, TimeProvider time)
{
    private const int KeysAtOnce = 32;

    // In the order of their keys, so that two scans can be compared side by side.
    private static readonly string[] _prefixes = [VaultKeys.Ledger, VaultKeys.Payloads];

    private readonly Attempts _attempts = new(budget, time);

    public IAsyncEnumerable<ObservedKey> ScanAsync(ObservationSample sample, CancellationToken cancellationToken) =>
        ListAsync(cancellationToken)
            .GroupAdjacentAsync(v => v.At.Key, cancellationToken)
            .SelectParallelAsync(KeysAtOnce, (onKey, stop) => ExamineAsync(onKey, sample, stop), cancellationToken);

    private async IAsyncEnumerable<ListedVersion> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var prefix in _prefixes)
        {
            await foreach (var version in store.ListAllAsync(prefix, _attempts, cancellationToken))
            {
                yield return version;
            }
        }
    }

    private async Task<ObservedKey> ExamineAsync(
        IReadOnlyList<ListedVersion> onKey, ObservationSample sample, CancellationToken cancellationToken)
    {
        // Where several stand on a key, only their bytes tell which one belongs there.
        var all = onKey.Count(v => !v.IsDeleteMarker) > 1;
        var (versions, read) = (new List<ObservedVersion>(onKey.Count), 0L);
        foreach (var listed in onKey)
        {
            if (listed.IsDeleteMarker)
            {
                versions.Add(ObservedVersion.Marker(listed.At));
            }
            else if (await LookAsync(listed, all || sample.Includes(listed.At), cancellationToken) is { } seen)
            {
                versions.Add(seen);
                read += seen.Sha256 is null ? 0 : seen.Size;
            }
        }

        return Judge(versions, read);
    }

    /// <summary>Null if it is gone since it was listed: the next comparison asks why.</summary>
    private async Task<ObservedVersion?> LookAsync(
        ListedVersion listed, bool withDigest, CancellationToken cancellationToken)
    {
        try
        {
            if (!withDigest)
            {
                return ObservedVersion.Of(
                    await _attempts.RunAsync(
                        stop => store.HeadAsync(listed.At, stop), 0, $"look at {listed.At}", cancellationToken),
                    sha256: null);
            }

            var (version, digest) = await _attempts.RunAsync(
                stop => store.DigestAsync(listed.At, stop), listed.Size, $"read {listed.At}", cancellationToken);
            return ObservedVersion.Of(version, digest.ToString());
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
        {
            return null;
        }
    }

    private static ObservedKey Judge(List<ObservedVersion> versions, long read)
    {
        if (versions.LastOrDefault(v => !v.IsMarker) is not { } oldest)
        {
            return new ObservedKey(versions, [], null, read);
        }

        var findings = new List<ObservedFinding>();
        void Find(ObservedVersion about, FindingCode code, string reason) =>
            findings.Add(new ObservedFinding(code, about.Key, reason, about.Version));

        var expected = ExpectedOf(oldest);
        if (expected is null && IsByDigest(oldest.Key))
        {
            Find(oldest, FindingCode.ForeignObject, $"{Quoted.Of(oldest.Key)} is no key of what belongs here.");
        }

        var digest = expected ?? oldest.Sha256;
        foreach (var version in versions)
        {
            if (version.IsMarker)
            {
                Find(
                    version,
                    FindingCode.DeleteMarker,
                    $"A delete marker ({version.Version}) was put on {Quoted.Of(version.Key)}. The original, version "
                    + $"\"{oldest.Version}\", is still served.");
            }
            else if (version.Sha256 is { } found && digest is not null && found != digest)
            {
                var (code, reason) = version == oldest
                    ? (FindingCode.PayloadAltered,
                        $"SHA-256 of {version.ToLocation()} must be {digest}, found {found} ({version.Size} bytes).")
                    : (FindingCode.ForeignVersion,
                        $"Other bytes were put on {Quoted.Of(version.Key)} as version \"{version.Version}\". The "
                        + $"original, version \"{oldest.Version}\", is still served.");
                Find(version, code, reason);
            }
        }

        // Whatever belongs here is under a lock, and so is at least one of its versions.
        var locked = versions.Exists(v => v is { Mode: not null, RetainUntil: not null }
            && (v == oldest || v.Sha256 is null || digest is null || v.Sha256 == digest));
        if (!locked && !IsPayload(oldest.Key))
        {
            Find(
                oldest,
                FindingCode.LockWeaker,
                $"{oldest.ToLocation()} must be locked; the store states {oldest.ToLock()}.");
        }

        return new ObservedKey(
            versions, findings, locked || !IsPayload(oldest.Key) ? null : oldest.ToLocation(), read);
    }

    /// <summary>The digest that a key promises; null of keys that the ledger's checkpoints speak for.</summary>
    private static string? ExpectedOf(ObservedVersion version)
    {
        var last = version.Key[(version.Key.LastIndexOf('/') + 1)..];
        return IsByDigest(version.Key) && Sha256Hash.TryParse(last, out var digest)
            && (version.Key == VaultKeys.Payload(digest) || version.Key == VaultKeys.Batch(digest))
                ? last
                : null;
    }

    private static bool IsByDigest(string key) =>
        IsPayload(key) || key.StartsWith(VaultKeys.Batches, StringComparison.Ordinal);

    private static bool IsPayload(string key) => key.StartsWith(VaultKeys.Payloads, StringComparison.Ordinal);
}
