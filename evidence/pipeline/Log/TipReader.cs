using Evidence.Ledger;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Tiles;
using Evidence.Pipeline.Log.Heads;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Log;

/// <summary>
/// Finds the end of the log and verifies it against locked objects. Completes the publication of a head whose writer
/// does not: that is all the recovery there is, and it is what any writer does in passing.
/// </summary>
internal sealed class TipReader(
    IVaultStore store,
    IHeadStore heads,
    PublishedCheckpoints checkpoints,
    LogPublisher publisher,
    LedgerBudget patience,
    VaultBudget budget,
    TimeProvider time)
{
    private readonly Attempts _attempts = new(budget, time);

    /// <exception cref="EvidenceException">
    /// <see cref="EvidenceFault.Contradiction"/>: rolled back, forked, replaced or not what it must be. Nothing was
    /// changed.
    /// </exception>
    public async Task<LogTip> LoadAsync(CancellationToken cancellationToken)
    {
        LedgerHead? waitingFor = null;
        var (since, pause) = (time.GetTimestamp(), patience.FirstPause);
        while (true)
        {
            var head = await ReadHeadAsync(cancellationToken);
            if (head is null)
            {
                return LogTip.Empty();
            }

            var checkpoint = checkpoints.Open(head);
            var published = await checkpoints.FindAsync(checkpoint, head.Note, head.Lock, cancellationToken);
            if (published?.Lock is { Mode: { } mode, RetainUntil: { } until } state)
            {
                var tree = await ContinueAsync(checkpoint, cancellationToken);
                return new LogTip(head, tree, head.Lock.And(new ObjectLock(mode, until, state.Hold)));
            }

            if (!head.Equals(waitingFor))
            {
                (waitingFor, since, pause) = (head, time.GetTimestamp(), patience.FirstPause);
            }

            // Its writer is at it, most likely, and two of them would do everything twice.
            if (time.GetElapsedTime(since) >= patience.Patience)
            {
                return await CompleteAsync(head, checkpoint, cancellationToken);
            }

            // Less and less often: whoever is waited for needs the store more than we do.
            await Task.Delay(pause, time, cancellationToken);
            pause = patience.After(pause);
        }
    }

    /// <summary>Whether others have published since <paramref name="tip"/> was the end of the log.</summary>
    public async Task<bool> IsOutdatedAsync(LogTip tip, CancellationToken cancellationToken) =>
        await checkpoints.NewestAfterAsync(tip.Tree.Size, cancellationToken) is not null;

    /// <summary>
    /// The head, once no locked checkpoint is beyond it. A checkpoint is published only after the head has moved to it,
    /// so a head that is read after the checkpoints were listed, and is behind one of them, was put back by somebody.
    /// </summary>
    private async Task<LedgerHead?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var head = await ReadAsync();
        if (await checkpoints.NewestAfterAsync(head?.Checkpoint.Size ?? 0, cancellationToken) is not { } newest)
        {
            return head;
        }

        head = await ReadAsync();
        return head?.Checkpoint.Size >= newest.Size ? head : throw checkpoints.RolledBack(head, newest);

        Task<LedgerHead?> ReadAsync() =>
            _attempts.RunAsync(heads.ReadAsync, 0, "read the ledger's head", cancellationToken);
    }

    private async Task<LogTip> CompleteAsync(
        LedgerHead head, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        var tree = await PreviousAsync(head.Previous, cancellationToken);
        var at = head.Batch.ToLocation();
        var lines = await ReadBatchAsync(at, cancellationToken);
        var growth = tree.Grow(lines);
        if (growth.Size != checkpoint.Size || growth.Root != checkpoint.Root)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"The ledger's head says {checkpoint.Size} entries with the root {checkpoint.Root}, and {at} on top of "
                + $"{head.Previous} entries makes {growth.Size} with {growth.Root}. Nothing was changed. Somebody "
                + "replaced the head: put it back from its own history.");
        }

        await publisher.PublishAsync(head, growth, cancellationToken);
        return new LogTip(head, tree, head.Lock);
    }

    private async Task<GrowingTree> PreviousAsync(long size, CancellationToken cancellationToken)
    {
        if (size == 0)
        {
            return new GrowingTree();
        }

        return await checkpoints.ReadAsync(size, cancellationToken) is [var (previous, _), ..]
            ? await ContinueAsync(previous.Checkpoint, cancellationToken)
            : throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"The ledger's head extends {size} entries, and {store.Name} has no trusted checkpoint of that size. "
                + "Nothing was changed. Either the checkpoint was removed or the head was replaced.");
    }

    private async Task<List<ReadOnlyMemory<byte>>> ReadBatchAsync(VaultLocation at, CancellationToken cancellationToken)
    {
        try
        {
            var size = (await _attempts.RunAsync(
                stop => store.HeadAsync(at, stop), 0, $"look at {at}", cancellationToken)).Size;
            if (size <= LedgerAppender.LongestBatch)
            {
                var listed = new ListedVersion(at, size, IsLatest: true, IsDeleteMarker: false);
                if (await store.DownloadAsync(listed, _attempts, cancellationToken) is var (_, bytes)
                    && VaultKeys.Batch(Sha256Hash.Of(bytes)) == at.Key)
                {
                    return BatchLines.Split(bytes);
                }
            }
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
        {
            // Said below.
        }

        throw new EvidenceException(
            EvidenceFault.Contradiction,
            $"The ledger's head needs the records in {at}, and {store.Name} does not have them with that digest. "
            + "Nothing was changed. Somebody replaced the head, or the store lost what it had locked.");
    }

    private async Task<GrowingTree> ContinueAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        var tiles = new VaultTiles(
            store, _attempts, (key, stop) => VaultTiles.ListAsync(store, _attempts, key, stop));
        try
        {
            var tree = await tiles.DecideAsync(
                () => VerifiedTree.OpenAsync(tiles, checkpoint, cancellationToken).AsTask());
            return await tiles.DecideAsync(() => GrowingTree.ContinueAsync(tree, cancellationToken));
        }
        catch (LedgerException e)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"The ledger in {store.Name} does not have the root of its checkpoint of {checkpoint.Size} entries: "
                + $"{e.Message} Nothing was changed. `./strata evidence verify` says what can still be read.",
                e);
        }
    }
}
