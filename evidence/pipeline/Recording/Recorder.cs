using System.Threading.Channels;
using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Flow;
using Evidence.Pipeline.Log;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Sources;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;

namespace Evidence.Pipeline.Recording;

/// <summary>
/// Adds evidence: payloads side by side, each read back before its statement is signed, and the statements in batches.
/// </summary>
/// <remarks>
/// The order is payload, then record. A crash between the two leaves a locked payload that no record speaks of: nobody
/// was told of it, and adding the file again finds it. The other order would leave a record of something that is not
/// there. An item is acknowledged when a published checkpoint covers its record, never before.
/// </remarks>
internal sealed class Recorder(
    IVaultStore store,
    IRecordLog log,
    ISigner signer,
    EvidenceCatalogue catalogue,
    PipelineSettings settings,
    TimeProvider time)
{
    // Requests wait for the store, not for us: this many keep it busy without queueing in it.
    private const int ItemsAtOnce = 32;

    // Bytes of sources held at once. With buffers and connections the process stays well below 200 MiB.
    private const long MostBytesInMemory = 32L * 1024 * 1024;

    private readonly VaultWriter _writer = new(store, settings.Budget, time);
    private readonly ByteBudget _memory = new(MostBytesInMemory);
    private readonly OneAtATime<Sha256Hash> _turns = new();

    /// <summary>
    /// Adds the items. What concerns one item only (its file changed) fails that item; whatever concerns the store
    /// stops the run: what is under way is finished and recorded if it can be, the rest is not begun.
    /// </summary>
    public async Task<AddResult> AddAsync(
        IReadOnlyList<EvidenceItem> items, IProgress<AddProgress>? progress, CancellationToken cancellationToken)
    {
        PlannedItem[] plan =
            [.. items.Select((item, i) => PlannedItem.Of(i, item, catalogue, settings.DefaultRetention))];
        await RequireLockableAsync(cancellationToken);
        await log.PrepareAsync(cancellationToken);

        var run = new AddRun(plan.Length, progress);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var signed = Channel.CreateBounded<StoredItem>(LedgerAppender.MostRecords);
        var appending = new RecordBatcher(log, time).RunAsync(signed.Reader, run, cancellationToken);
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = ItemsAtOnce, CancellationToken = stop.Token };
            await Parallel.ForEachAsync(plan, parallel, async (item, _) =>
            {
                try
                {
                    // Not the loop's token: an item under way is finished when another one stops the run.
                    var stored = await StoreAsync(item, cancellationToken);
                    run.Stored();
                    await signed.Writer.WriteAsync(stored, cancellationToken);
                }
                catch (EvidenceException e)
                {
                    run.Failed(item, e);
                    if (e.Fault is not EvidenceFault.BadInput)
                    {
                        await stop.CancelAsync();
                    }
                }
            });
        }
        catch (OperationCanceledException)
        {
            // Stopped by a failure that is in the result, or by the caller, which the result says.
        }
        finally
        {
            signed.Writer.Complete();
        }

        await appending;
        return run.ToResult(cancellationToken.IsCancellationRequested);
    }

    private async Task RequireLockableAsync(CancellationToken cancellationToken)
    {
        var bucket = await new Attempts(settings.Budget, time).RunAsync(
            store.DescribeAsync, 0, $"ask {store.Name} what locks there are", cancellationToken);
        if (!bucket.ObjectLock || !bucket.Versioning)
        {
            var lacks = bucket.ObjectLock ? "no versioning" : "no Object Lock";
            throw new EvidenceException(
                EvidenceFault.NoObjectLock,
                $"Will not store evidence in {store.Name}: it has {lacks}, so what is in it can be altered. Object "
                + "Lock is switched on when a bucket is created: use one that has it.");
        }
    }

    private async Task<StoredItem> StoreAsync(PlannedItem planned, CancellationToken cancellationToken)
    {
        var item = planned.Item;
        using var held = await _memory.TakeAsync(item.Source.Length, cancellationToken);
        var (source, digest) = await PrepareAsync(item.Source, cancellationToken);
        var collectedAt = time.GetUtcNow();
        var wanted = planned.Retention.LockFrom(collectedAt, item.Hold);
        var write = new VaultWrite(VaultKeys.Payload(digest), source, digest, item.MediaType, wanted);
        // Equal files of one run take turns: the second finds what the first has stored.
        var payload = await _turns.RunAsync(
            digest, () => _writer.WriteAsync(write, cancellationToken), cancellationToken);
        var predicate = new EvidencePredicate
        {
            Kind = planned.Kind,
            Controls = planned.Controls,
            Environment = settings.Environment,
            Retention = new RetentionClaim
            {
                Class = planned.Retention.Name,
                Mode = payload.Lock.Mode,
                RetainUntil = payload.Lock.RetainUntil,
                // What was asked for here: a hold that others put on the same bytes is theirs to release.
                Hold = item.Hold,
            },
            Payload = new PayloadClaim
            {
                Bucket = store.Bucket,
                Key = payload.At.Key,
                VersionId = payload.At.VersionId,
                Size = payload.Size,
            },
            CollectedAt = collectedAt,
            Fact = item.Fact,
            Outcome = item.Outcome,
            Collector = settings.Collector,
        };
        var record = await SignedRecord.SignAsync(
            new Subject(digest, item.Name, MediaType: item.MediaType), predicate, signer, cancellationToken);
        return new StoredItem(planned, digest, payload, record);
    }

    /// <summary>
    /// The digest, which is part of the key and so must be known first. What is sent at once is read once and kept;
    /// what is sent in parts is read again while it is sent, and hashed again, so a change in between is found.
    /// </summary>
    private static async Task<(IPayloadSource Source, Sha256Hash Digest)> PrepareAsync(
        IPayloadSource source, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = source.OpenRead();
            if (source is BytesSource || source.Length > PartPlan.LargestSinglePut)
            {
                var streamed = await VaultReading.HashAsync(stream, cancellationToken);
                source.RequireUnchanged();
                return (source, streamed);
            }

            var bytes = GC.AllocateUninitializedArray<byte>((int)source.Length);
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            source.RequireUnchanged();
            return (new BytesSource(source.Label, bytes), Sha256Hash.Of(bytes));
        }
        catch (EndOfStreamException e)
        {
            throw FileSource.Changed(source.Label, e);
        }
        catch (IOException e)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput, $"Cannot read {source.Label}: {e.Message} It was not recorded.", e);
        }
    }
}
