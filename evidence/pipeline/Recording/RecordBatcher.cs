using System.Threading.Channels;
using Evidence.Pipeline.Log;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Recording;

/// <summary>
/// Gathers signed records and appends them together: when a batch is full, when its first record has waited long
/// enough, and at the end. Runs beside the uploads, so that a batch's round trips cost no time of their own.
/// </summary>
internal sealed class RecordBatcher(IRecordLog log, TimeProvider time)
{
    // What a crash can leave without a record is bounded by this, however slowly items come in.
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(10);

    public async Task RunAsync(ChannelReader<StoredItem> items, AddRun run, CancellationToken cancellationToken)
    {
        var batch = new List<StoredItem>();
        while (await GatherAsync(items, batch, cancellationToken))
        {
            await AppendAsync(batch, run, cancellationToken);
            batch.Clear();
        }
    }

    /// <summary>Fills <paramref name="batch"/>; false when nothing is left to come.</summary>
    private async Task<bool> GatherAsync(
        ChannelReader<StoredItem> items, List<StoredItem> batch, CancellationToken cancellationToken)
    {
        try
        {
            if (!await items.WaitToReadAsync(cancellationToken))
            {
                return false;
            }

            using var waited = new CancellationTokenSource(_longestWait, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, waited.Token);
            try
            {
                for (var bytes = 0; HasRoom(batch.Count, bytes) && await items.WaitToReadAsync(either.Token);)
                {
                    while (HasRoom(batch.Count, bytes) && items.TryRead(out var item))
                    {
                        batch.Add(item);
                        bytes += item.Record.Envelope.Length;
                    }
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The first has waited long enough.
            }

            return batch.Count > 0;
        }
        catch (OperationCanceledException)
        {
            return false; // The caller stops: what is in the batch is not acknowledged, and is found by the next run.
        }
    }

    private static bool HasRoom(int records, int bytes) =>
        records < LedgerAppender.MostRecords && bytes < LedgerAppender.MostBytes;

    private async Task AppendAsync(List<StoredItem> batch, AddRun run, CancellationToken cancellationToken)
    {
        try
        {
            var places = await log.AppendAsync([.. batch.Select(i => i.Record)], cancellationToken);
            foreach (var (item, place) in batch.Zip(places))
            {
                run.Acknowledged(item.Planned.Index, item.Acknowledge(place));
            }
        }
        catch (EvidenceException e)
        {
            var notRecorded = new EvidenceException(
                e.Fault,
                $"Its payload is stored and locked, but its record is not in a published checkpoint: {e.Message} It "
                + "is not acknowledged; adding it again uses the payload that is there.",
                e);
            foreach (var item in batch)
            {
                run.Failed(item.Planned, notRecorded);
            }
        }
        catch (OperationCanceledException)
        {
            // As above: not acknowledged.
        }
    }
}
