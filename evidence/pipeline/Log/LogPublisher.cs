using System.Collections.Concurrent;
using Evidence.Ledger;
using Evidence.Pipeline.Sources;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Log;

/// <summary>Writes what a head stands for into the vault: each object locked, and read back by version id.</summary>
/// <remarks>
/// What is written is determined by the head alone, so it does not matter who does it, how often, or how many at once:
/// everybody writes the same bytes under the same keys, and whoever comes later finds them there.
/// </remarks>
internal sealed class LogPublisher(IVaultStore store, VaultBudget budget, TimeProvider time)
{
    private const int WrittenAtOnce = 16;
    private const string Binary = "application/octet-stream";
    private const string Text = "text/plain; charset=utf-8";

    private readonly VaultWriter _writer = new(store, budget, time);

    /// <summary>
    /// Publishes a head: tiles and bundles first, the checkpoint when all of them have been read back. A crash in
    /// between leaves tiles that no published checkpoint speaks of, which the next writer finds and completes; the
    /// other order would promise a tree that is not there.
    /// </summary>
    /// <returns>Where each bundle is, by its index.</returns>
    public async Task<IReadOnlyDictionary<long, VaultLocation>> PublishAsync(
        LedgerHead head, TreeGrowth growth, CancellationToken cancellationToken)
    {
        var bundles = new ConcurrentDictionary<long, VaultLocation>();
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = WrittenAtOnce,
            CancellationToken = cancellationToken,
        };
        (string Key, byte[] Bytes, long? Bundle)[] objects =
        [
            .. growth.Tiles.Select(t => (VaultKeys.Tile(t.Id), t.Bytes, (long?)null)),
            .. growth.Bundles.Select(b => (VaultKeys.Bundle(b.Id), b.Bytes, (long?)b.Id.Index)),
        ];
        await Parallel.ForEachAsync(objects, parallel, async (item, stop) =>
        {
            var written = await WriteAsync(item.Key, item.Bytes, Binary, head.Lock, stop);
            if (item.Bundle is { } index)
            {
                bundles[index] = written;
            }
        });
        await WriteAsync(
            VaultKeys.Checkpoint(growth.Size), head.Note.ToUtf8(), Text, head.Lock, cancellationToken);
        return bundles;
    }

    /// <summary>Puts records where everybody who appends after them finds them.</summary>
    public async Task<StagedBatch> StageAsync(
        ReadOnlyMemory<byte> lines, int records, ObjectLock wanted, CancellationToken cancellationToken)
    {
        var at = await WriteAsync(
            VaultKeys.Batch(Sha256Hash.Of(lines.Span)), lines, BatchLines.MediaType, wanted, cancellationToken);
        return new StagedBatch(at.Key, at.VersionId, records);
    }

    private async Task<VaultLocation> WriteAsync(
        string key,
        ReadOnlyMemory<byte> bytes,
        string mediaType,
        ObjectLock wanted,
        CancellationToken cancellationToken) =>
        (await _writer.WriteAsync(
            new VaultWrite(key, new BytesSource($"\"{key}\"", bytes), Sha256Hash.Of(bytes.Span), mediaType, wanted),
            cancellationToken)).At;
}
