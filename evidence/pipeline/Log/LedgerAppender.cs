using Evidence.Ledger.Dsse;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Tiles;
using Evidence.Pipeline.Log.Heads;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Log;

/// <summary>
/// Appends records to the ledger in the vault, beside any number of others in any number of processes.
/// </summary>
/// <remarks>
/// <para>
/// The order of writes, each one read back before the next: (1) the batch of records, under its digest; (2) the head,
/// which must still be the one we build on; (3) tiles and bundles; (4) the checkpoint. Then the records are
/// acknowledged.
/// </para>
/// <para>
/// Up to (2) everything is under a key that nobody else means, so whoever loses the race has written nothing that is in
/// anybody's way, and keeps its batch. At (2) the log is decided: what follows a head is created once. After (2) what
/// there is to write follows from the head and the batch, so that everybody writes the same. No tile is ever written
/// for a tree that was not decided, so no second, conflicting one can be.
/// </para>
/// <para>
/// A crash before (2) leaves a batch that nothing refers to. One after (2) leaves a head whose checkpoint is not
/// published: its records are not acknowledged, readers do not see them, and the next writer completes (3) and (4)
/// before it builds on them. A head only moves when the checkpoint it extends is published, so there is never more than
/// one to complete.
/// </para>
/// </remarks>
internal sealed class LedgerAppender(
    TipReader tips,
    LogPublisher publisher,
    IHeadStore heads,
    WriterClock clock,
    ISigner signer,
    string origin,
    LedgerBudget patience,
    VaultBudget budget,
    TimeProvider time) : IRecordLog
{
    /// <summary>Most records of a batch.</summary>
    public const int MostRecords = 500;

    /// <summary>
    /// Most bytes of a batch's envelopes: sent at once, so that the lock comes with the write on every store.
    /// </summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>One more envelope may follow the one that reached the limit, and each ends its line.</summary>
    public const int LongestBatch = MostBytes + DsseEnvelope.MaximumLength + MostRecords + 1;

    private readonly Attempts _attempts = new(budget, time);
    private LogTip? _tip;

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _attempts.RunAsync(
            async stop =>
            {
                await heads.PrepareAsync(stop);
                return true;
            },
            0,
            "prepare the ledger's head",
            cancellationToken);
        _tip = await tips.LoadAsync(cancellationToken);
        if (_tip.Head is { } head)
        {
            await clock.RequireNotBehindAsync(head, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordPlace>> AppendAsync(
        IReadOnlyList<SignedRecord> records, CancellationToken cancellationToken)
    {
        if (records.Count is 0 or > MostRecords)
        {
            throw new ArgumentException(
                $"A batch has 1 to {MostRecords} records, not {records.Count}.", nameof(records));
        }

        ReadOnlyMemory<byte>[] entries = [.. records.Select(r => r.Envelope)];
        var wanted = records.Select(r => r.Lock).Aggregate((a, b) => a.And(b));
        var batch = await publisher.StageAsync(BatchLines.Join(entries), entries.Length, wanted, cancellationToken);
        var begun = time.GetTimestamp();
        for (var pause = patience.FirstPause; ; pause = patience.After(pause))
        {
            var tip = await TakeTipAsync(cancellationToken);
            var from = tip.Tree.Size;
            var growth = tip.Tree.Grow(entries);
            var note = await new Checkpoint(origin, growth.Size, growth.Root).SignAsync(signer, cancellationToken);
            var head = LedgerHead.Of(note, from, batch, tip.LockOf(wanted));
            if (await TryMoveAsync(tip.Head, head, cancellationToken))
            {
                var bundles = await publisher.PublishAsync(head, growth, cancellationToken);
                _tip = new LogTip(head, tip.Tree, head.Lock);
                return [.. Enumerable.Range(0, entries.Length).Select(
                    i => new RecordPlace(from + i, bundles[(from + i) / TileId.FullWidth]))];
            }

            if (time.GetElapsedTime(begun) > patience.Race)
            {
                throw new EvidenceException(
                    EvidenceFault.TimedOut,
                    $"Could not append {records.Count} records to \"{origin}\" within {patience.Race.TotalSeconds:0} "
                    + "seconds: others appended each time. Run the same command again when fewer do.");
            }

            await Task.Delay(Random.Shared.NextDouble() * pause, time, cancellationToken);
        }
    }

    /// <summary>
    /// The tip that is known, if nothing beyond it is published, or else the one that is read. Whoever fails after this
    /// has none, and reads it again: a tree that grew towards a head that is not decided is of no use.
    /// </summary>
    private async Task<LogTip> TakeTipAsync(CancellationToken cancellationToken)
    {
        var known = _tip;
        _tip = null;
        return known is not null && !await tips.IsOutdatedAsync(known, cancellationToken)
            ? known
            : await tips.LoadAsync(cancellationToken);
    }

    private Task<bool> TryMoveAsync(LedgerHead? from, LedgerHead to, CancellationToken cancellationToken) =>
        _attempts.RunAsync(stop => heads.TryMoveAsync(from, to, stop), 0, "move the ledger's head", cancellationToken);
}
