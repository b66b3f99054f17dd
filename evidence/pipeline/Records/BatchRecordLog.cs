using System.Runtime.CompilerServices;
using Evidence.Ledger;
using Evidence.Ledger.Dsse;
using Evidence.Pipeline.Flow;
using Evidence.Pipeline.Sources;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Records;

/// <summary>
/// Records in the vault itself: a batch is one locked object of JSON lines, so that a record costs no request of its
/// own.
/// </summary>
internal sealed class BatchRecordLog(IVaultStore store, VaultBudget budget, TimeProvider time) : IRecordLog
{
    /// <summary>Most records of a batch.</summary>
    public const int MostRecords = 500;

    /// <summary>
    /// Most bytes of a batch's envelopes: sent at once, so that the lock comes with the write on every store.
    /// </summary>
    public const int MostBytes = 4 * 1024 * 1024;

    // One more envelope may follow the one that reached the limit, and each ends its line.
    private const int LongestBatch = MostBytes + DsseEnvelope.MaximumLength + MostRecords + 1;
    private const int BatchesReadAtOnce = 16;
    private const string MediaType = "application/vnd.in-toto.bundle+jsonl";

    private readonly VaultWriter _writer = new(store, budget, time);
    private readonly Attempts _attempts = new(budget, time);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordPlace>> AppendAsync(
        IReadOnlyList<SignedRecord> records, CancellationToken cancellationToken)
    {
        if (records.Count is 0 or > MostRecords)
        {
            throw new ArgumentException(
                $"A batch has 1 to {MostRecords} records, not {records.Count}.", nameof(records));
        }

        using var lines = new MemoryStream(records.Sum(r => r.Envelope.Length + 1));
        foreach (var record in records)
        {
            lines.Write(record.Envelope.Span);
            lines.WriteByte((byte)'\n');
        }

        var bytes = lines.GetBuffer().AsMemory(0, (int)lines.Length);
        var digest = Sha256Hash.Of(bytes.Span);
        // The key is made once: an attempt after one of unknown outcome finds the batch under the same key.
        var write = new VaultWrite(
            VaultKeys.Batch(time.GetUtcNow(), digest),
            new BytesSource($"{records.Count} records", bytes),
            digest,
            MediaType,
            records.Select(r => r.Lock).Aggregate((a, b) => a.And(b)));
        var written = await _writer.WriteAsync(write, cancellationToken);
        return [.. records.Select((_, index) => new RecordPlace(written.At, index + 1))];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LogBatch> ReadAsync(CancellationToken cancellationToken) =>
        KeysAsync(cancellationToken).SelectParallelAsync(BatchesReadAtOnce, ReadBatchAsync, cancellationToken);

    private async IAsyncEnumerable<List<ListedVersion>> KeysAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var onKey = new List<ListedVersion>();
        await foreach (var version in store.ListAllAsync(VaultKeys.Records, _attempts, cancellationToken))
        {
            if (onKey.Count > 0 && onKey[0].At.Key != version.At.Key)
            {
                yield return onKey;
                onKey = [];
            }

            onKey.Add(version);
        }

        if (onKey.Count > 0)
        {
            yield return onKey;
        }
    }

    private async Task<LogBatch> ReadBatchAsync(List<ListedVersion> onKey, CancellationToken cancellationToken)
    {
        var newest = onKey[0].At;
        if (!VaultKeys.TryParseBatch(newest.Key, out var digest))
        {
            return Unreadable(newest, FindingCode.ForeignObject, $"{Quoted.Of(newest.Key)} is no batch of records.");
        }

        // The oldest first: whatever was put on top later is not what was acknowledged.
        foreach (var listed in Enumerable.Reverse(onKey).Where(v => !v.IsDeleteMarker && v.Size <= LongestBatch))
        {
            var read = await _attempts.RunAsync(
                stop => DownloadAsync(listed.At, stop), listed.Size, $"read {listed.At}", cancellationToken);
            if (read is var (version, bytes) && Sha256Hash.Of(bytes) == digest)
            {
                var findings = await KeyExamination.ExamineAsync(
                    store, onKey, listed.At, digest, bytes.Length, _attempts, cancellationToken);
                return new LogBatch(listed.At, version.Lock, Lines(bytes), findings);
            }
        }

        return Unreadable(
            newest,
            FindingCode.RecordsAltered,
            $"No version of {Quoted.Of(newest.Key)} has the digest in its name: {onKey.Count} found, none is the batch "
            + "of records that was written.");
    }

    /// <summary>A version's bytes, or null if it is gone since it was listed, or longer than any batch.</summary>
    private async Task<(StoredVersion Version, byte[] Bytes)?> DownloadAsync(
        VaultLocation at, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await store.OpenAsync(at, cancellationToken);
            if (content.Version.Size > LongestBatch)
            {
                return null;
            }

            var bytes = new byte[content.Version.Size];
            await content.Body.ReadExactlyAsync(bytes, cancellationToken);
            return (content.Version, bytes);
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
        {
            return null;
        }
    }

    private static List<ReadOnlyMemory<byte>> Lines(byte[] bytes)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        foreach (var range in bytes.AsSpan().Split((byte)'\n'))
        {
            var (start, length) = range.GetOffsetAndLength(bytes.Length);
            if (length > 0)
            {
                lines.Add(bytes.AsMemory(start, length));
            }
        }

        return lines;
    }

    private static LogBatch Unreadable(VaultLocation at, FindingCode code, string reason) =>
        new(at, LockState.None, [], [new Finding(code, reason)]);
}
