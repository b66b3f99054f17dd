using System.Collections.Concurrent;
using Evidence.Ledger;
using Evidence.Ledger.Tiles;
using Evidence.Pipeline;
using Evidence.Pipeline.Vault;

namespace Evidence.Tests.Vault;

/// <summary>
/// A bucket in memory that holds its callers to the WORM contract: whoever asks it to weaken a lock, writes without
/// one, writes the same thing twice without need, or sends bytes that are not those of the key, fails the test.
/// </summary>
public sealed class StrictMemoryStore : IVaultStore, IVaultCustody
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, List<Version>> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _violations = [];
    private readonly Dictionary<StoreWrite, (StoreFault Fault, int Times)> _faults = [];
    private readonly List<Action> _late = [];
    private readonly Dictionary<string, Sha256Hash> _written = [];
    private int _versions;

    public StrictMemoryStore() => Heads = new MemoryHeads(this);

    public string Bucket => "memory";

    public string Name => "bucket \"memory\" in this process";

    /// <summary>Like some servers for uploads in parts: the lock that comes with a write is not put on.</summary>
    public bool IgnoresLocksOfWrites { get; init; }

    /// <summary>Like no honest server: a lock that is set is not put on.</summary>
    public bool IgnoresLocks { get; init; }

    /// <summary>A disk that flips a bit of whatever it is given.</summary>
    public bool AltersBytes { get; set; }

    /// <summary>Whether the bucket was made with Object Lock.</summary>
    public bool ObjectLock { get; init; } = true;

    /// <summary>Awaited before whatever anybody asks: where a test decides who goes on.</summary>
    public Func<Task> Turn { get; init; } = () => Task.CompletedTask;

    public int Puts { get; private set; }

    /// <summary>The clock by which locks end.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Like a store whose policy forbids it.</summary>
    public bool RefusesDeletes { get; set; }

    /// <summary>The heads of the ledger in this bucket, under the same rules.</summary>
    public MemoryHeads Heads { get; }

    /// <summary>Whether several write at once: then two who look at the same moment may write the same bytes.</summary>
    public bool HasSeveralWriters { get; init; }

    /// <summary>Lets the next <paramref name="times"/> writes of a kind go wrong.</summary>
    public void Plan(StoreWrite write, StoreFault fault, int times) => _faults[write] = (fault, times);

    public void AssertNoViolation() => Assert.Empty(_violations);

    /// <summary>What an intruder with the right to write can do: a newer version, or a delete marker (null).</summary>
    public void Intrude(string key, byte[]? bytes) => Store(key, bytes, LockState.None);

    /// <summary>What only a broken or lying store can do.</summary>
    public void Corrupt(VaultLocation at, Func<byte[], byte[]> change) =>
        Replace(at, v => v with { Bytes = change(v.Bytes ?? []) });

    /// <summary>What only a broken or lying store can do.</summary>
    public void Relock(VaultLocation at, LockState state) => Replace(at, v => v with { Lock = state });

    /// <summary>What only a broken or lying store can do.</summary>
    public void Lose(VaultLocation at)
    {
        lock (_gate)
        {
            _keys[at.Key].RemoveAll(v => v.Id == at.VersionId);
        }
    }

    public IReadOnlyList<VaultLocation> All(string prefix)
    {
        lock (_gate)
        {
            return [.. _keys.Where(k => k.Key.StartsWith(prefix, StringComparison.Ordinal))
                .SelectMany(k => k.Value.Select(v => new VaultLocation(k.Key, v.Id)))];
        }
    }

    public Task<VaultDescription> DescribeAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new VaultDescription(Versioning: ObjectLock, ObjectLock, Default: null));

    public async Task<VaultLocation> PutAsync(VaultWrite write, CancellationToken cancellationToken)
    {
        var kind = KindOf(write.Key);
        using var sent = new MemoryStream();
        await using (var source = write.Source.OpenRead())
        {
            await source.CopyToAsync(sent, cancellationToken);
        }

        var bytes = sent.ToArray();
        Demand(Sha256Hash.Of(bytes) == write.Digest, $"other bytes than its digest were sent to {write.Key}");
        DemandKey(kind, write);
        Demand(write.Lock.RetainUntil > Time.GetUtcNow(), $"the lock of {write.Key} lies in the past");
        Demand(
            HasSeveralWriters
                || Current(write.Key) is not { Bytes: { } there } current
                || !there.AsSpan().SequenceEqual(bytes) || !current.Lock.Covers(write.Lock),
            $"{write.Key} was written although it was there");
        var state = IgnoresLocksOfWrites || IgnoresLocks ? LockState.None : (LockState)write.Lock;
        return await CarryOutAsync(
            kind,
            () => Store(write.Key, bytes, state),
            cancellationToken);
    }

    public Task SetRetentionAsync(
        VaultLocation at, LockMode mode, DateTimeOffset retainUntil, CancellationToken cancellationToken)
    {
        var asked = new ObjectLock(mode, retainUntil);
        var before = Find(at).Lock;
        var weaker = mode < before.Mode || retainUntil < before.RetainUntil;
        Demand(!weaker, $"{at} was to be weakened");
        return CarryOutAsync(
            StoreWrite.Retention,
            () => Relock(at, IgnoresLocks ? before : (LockState)asked with { Hold = Find(at).Lock.Hold }),
            cancellationToken);
    }

    public Task PlaceHoldAsync(VaultLocation at, CancellationToken cancellationToken) => CarryOutAsync(
        StoreWrite.Hold, () => Relock(at, Find(at).Lock with { Hold = !IgnoresLocks }), cancellationToken);

    public Task LiftHoldAsync(VaultLocation at, CancellationToken cancellationToken) => CarryOutAsync(
        StoreWrite.Lift, () => Relock(at, Find(at).Lock with { Hold = false }), cancellationToken);

    /// <summary>
    /// Refuses as a store does, and fails the test of whoever asks for what it has seen to be locked.
    /// </summary>
    public Task DeleteAsync(VaultLocation at, CancellationToken cancellationToken)
    {
        var found = All(at.Key).Contains(at) ? Find(at).Lock : LockState.None;
        Demand(!found.Hold, $"{at} was to be deleted under a hold");
        Demand(!(found.RetainUntil > Time.GetUtcNow()), $"{at} was to be deleted under its lock");
        return CarryOutAsync(
            StoreWrite.Delete,
            () =>
            {
                if (RefusesDeletes)
                {
                    throw new EvidenceException(EvidenceFault.Refused, $"Could not delete {at}: the store refuses.");
                }

                Lose(at);
            },
            cancellationToken);
    }

    public async Task<StoredVersion?> FindCurrentAsync(string key, CancellationToken cancellationToken)
    {
        await Turn();
        return Current(key) is { Bytes: not null } current ? current.State(key) : null;
    }

    public Task<StoredVersion> HeadAsync(VaultLocation at, CancellationToken cancellationToken) =>
        Task.FromResult(Find(at).State(at.Key));

    public async Task<StoredContent> OpenAsync(VaultLocation at, CancellationToken cancellationToken)
    {
        await Turn();
        var version = Find(at);
        return new StoredContent(version.State(at.Key), new MemoryStream(version.Bytes ?? []));
    }

    public async Task<VersionPage> ListVersionsAsync(string prefix, PageEnd? after, CancellationToken cancellationToken)
    {
        const int PageSize = 7; // Small, so that every test of a listing crosses pages.
        await Turn();
        lock (_gate)
        {
            var all = _keys.Where(k => k.Key.StartsWith(prefix, StringComparison.Ordinal))
                .SelectMany(k => Enumerable.Reverse(k.Value).Select((v, i) => v.Listed(k.Key, latest: i == 0)))
                .ToList();
            var start = after switch
            {
                null => 0,
                { VersionId: { } id } => all.FindIndex(v => v.At == new VaultLocation(after.Key, id)) + 1,
                _ => all.TakeWhile(v => string.CompareOrdinal(v.At.Key, after.Key) <= 0).Count(),
            };
            List<ListedVersion> page = [.. all.Skip(start).Take(PageSize)];
            return new VersionPage(
                page, start + page.Count < all.Count ? new PageEnd(page[^1].At.Key, page[^1].At.VersionId) : null);
        }
    }

    public void Dispose()
    {
    }

    private static StoreWrite KindOf(string key) => key switch
    {
        _ when key.StartsWith(VaultKeys.Payloads, StringComparison.Ordinal) => StoreWrite.Payload,
        _ when key.StartsWith(VaultKeys.Batches, StringComparison.Ordinal) => StoreWrite.Batch,
        _ when key.StartsWith(VaultKeys.Checkpoints, StringComparison.Ordinal) => StoreWrite.Checkpoint,
        _ when key.StartsWith("ledger/tile/entries/", StringComparison.Ordinal) => StoreWrite.Bundle,
        _ when key.StartsWith("ledger/tile/", StringComparison.Ordinal) => StoreWrite.Tile,
        _ => throw new InvalidOperationException($"Nothing belongs under {key}."),
    };

    /// <summary>A key never means two contents, and a checkpoint is the last of what it promises.</summary>
    private void DemandKey(StoreWrite kind, VaultWrite write)
    {
        if (kind is StoreWrite.Payload or StoreWrite.Batch)
        {
            var digest = write.Digest.ToString();
            Demand(write.Key.Contains(digest, StringComparison.Ordinal), $"{write.Key} lacks its digest");
            return;
        }

        lock (_gate)
        {
            Demand(
                _written.TryAdd(write.Key, write.Digest) || _written[write.Key] == write.Digest,
                $"{write.Key} was given a second content");
        }

        if (VaultKeys.TryParseCheckpoint(write.Key, out var size))
        {
            Demand(Heads.Sizes.Contains(size), $"{write.Key} was published before the head moved");
            Demand(
                TileLayout.RightEdge(size).All(tile => Current(VaultKeys.Tile(tile)) is not null),
                $"{write.Key} was published before its tiles");
        }
    }

    private static EvidenceException NoAnswer(EvidenceFault fault) => new(fault, "Could not do it: the test says so.");

    private Task<bool> CarryOutAsync(StoreWrite kind, Action write, CancellationToken cancellationToken)
    {
        return CarryOutAsync(kind, Written, cancellationToken);

        bool Written()
        {
            write();
            return true;
        }
    }

    internal async Task<T> CarryOutAsync<T>(StoreWrite kind, Func<T> write, CancellationToken cancellationToken)
    {
        await Turn();
        cancellationToken.ThrowIfCancellationRequested();
        switch (NextFault(kind))
        {
            case StoreFault.Failed or StoreFault.LostMidBody:
                throw NoAnswer(EvidenceFault.Unreachable);
            case StoreFault.FailedButPersisted:
                write();
                throw NoAnswer(EvidenceFault.Unreachable);
            case StoreFault.TimedOutAndLandsLate:
                lock (_gate)
                {
                    _late.Add(() => write());
                }

                throw NoAnswer(EvidenceFault.TimedOut);
            case StoreFault.Duplicated:
                write();
                return write();
            case StoreFault.Slow:
                await Task.Delay(50, cancellationToken);
                return write();
            case null:
                var written = write();
                LandLate();
                return written;
            default:
                throw new InvalidOperationException("Unknown fault.");
        }
    }

    /// <summary>Right after the next attempt, which looked and found nothing, has written: the worst moment.</summary>
    private void LandLate()
    {
        Action[] late;
        lock (_gate)
        {
            late = [.. _late];
            _late.Clear();
        }

        Array.ForEach(late, land => land());
    }

    private StoreFault? NextFault(StoreWrite kind)
    {
        lock (_gate)
        {
            if (_faults.GetValueOrDefault(kind) is not (var fault, > 0 and var times))
            {
                return null;
            }

            _faults[kind] = (fault, times - 1);
            return fault;
        }
    }

    private VaultLocation Store(string key, byte[]? bytes, LockState state)
    {
        lock (_gate)
        {
            Puts++;
            var id = $"v{++_versions:000000}";
            var kept = bytes is not null && AltersBytes ? [(byte)(bytes[0] ^ 1), .. bytes[1..]] : bytes;
            (_keys.TryGetValue(key, out var versions) ? versions : _keys[key] = []).Add(new Version(id, kept, state));
            return new VaultLocation(key, id);
        }
    }

    internal bool Has(string key) => Current(key) is not null;

    private Version? Current(string key)
    {
        lock (_gate)
        {
            return _keys.GetValueOrDefault(key)?.LastOrDefault();
        }
    }

    private Version Find(VaultLocation at)
    {
        lock (_gate)
        {
            return _keys.GetValueOrDefault(at.Key)?.Find(v => v.Id == at.VersionId)
                ?? throw new EvidenceException(EvidenceFault.NotFound, $"Could not read {at}: it is not there.");
        }
    }

    private void Replace(VaultLocation at, Func<Version, Version> change)
    {
        lock (_gate)
        {
            var versions = _keys[at.Key];
            var index = versions.FindIndex(v => v.Id == at.VersionId);
            versions[index] = change(versions[index]);
        }
    }

    internal void Demand(bool holds, string violation)
    {
        if (!holds)
        {
            _violations.Enqueue(violation);
            throw new InvalidOperationException($"WORM violation: {violation}.");
        }
    }

    private sealed record Version(string Id, byte[]? Bytes, LockState Lock)
    {
        public StoredVersion State(string key) => new(new VaultLocation(key, Id), Bytes?.Length ?? 0, Lock);

        public ListedVersion Listed(string key, bool latest) =>
            new(new VaultLocation(key, Id), Bytes?.Length ?? 0, latest, IsDeleteMarker: Bytes is null);
    }
}
