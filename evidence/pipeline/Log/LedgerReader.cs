using System.Runtime.CompilerServices;
using Evidence.Ledger;
using Evidence.Ledger.Proofs;
using Evidence.Ledger.Tiles;
using Evidence.Pipeline.Flow;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Log;

/// <summary>
/// Reads the ledger from locked objects alone: every entry is verified against the newest checkpoint that a trusted key
/// signed.
/// </summary>
internal sealed class LedgerReader(IVaultStore store, LedgerOpener opener, VaultBudget budget, TimeProvider time)
{
    private const int BundlesAtOnce = 16;

    private readonly Attempts _attempts = new(budget, time);

    /// <summary>
    /// All entries, oldest bundle first. What cannot be read is handed out with findings, never left out.
    /// </summary>
    public async IAsyncEnumerable<LogBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var view = await opener.OpenAsync(cancellationToken);
        if (view.Findings.Count > 0)
        {
            yield return new LogBatch(0, view.At, [], [], view.Findings);
        }

        if (view.Tree is not { } tree)
        {
            yield break;
        }

        var ids = Bundles(tree).SelectParallelAsync(BundlesAtOnce, FetchAsync, cancellationToken);
        await foreach (var (id, fetched) in ids)
        {
            foreach (var one in fetched)
            {
                view.Tiles.Keep(one);
            }

            yield return await ReadAsync(view, tree, id, cancellationToken);
        }

        async Task<(EntryBundleId Id, List<VaultTiles.Fetched> Fetched)> FetchAsync(
            EntryBundleId id, CancellationToken stop)
        {
            var both = await Task.WhenAll(
                view.Tiles.FetchAsync(VaultKeys.Bundle(id), stop),
                view.Tiles.FetchAsync(VaultKeys.Tile(new TileId(0, id.Index, id.Width)), stop));
            return (id, [.. both.OfType<VaultTiles.Fetched>()]);
        }
    }

    /// <summary>The proof that an entry is under the newest checkpoint.</summary>
    /// <exception cref="EvidenceException">The ledger cannot be read, or is not what it must be.</exception>
    public async Task<TlogProof> ProveAsync(long index, CancellationToken cancellationToken)
    {
        var view = await opener.OpenAsync(cancellationToken);
        // What others put beside a checkpoint is no doubt about it.
        List<Finding> doubts = [.. view.Findings.Where(
            f => f.Code is not (FindingCode.ForeignObject or FindingCode.DeleteMarker))];
        if (view is not { Tree: { } tree, Newest: { } newest } || doubts.Count > 0)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"Cannot prove that entry {index} is in the ledger: "
                + string.Join(' ', doubts.Select(f => f.Reason).DefaultIfEmpty("it has no entries.")));
        }

        if (index < 0 || index >= newest.Checkpoint.Size)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput, $"There is no entry {index}: the ledger has {newest.Checkpoint.Size}.");
        }

        try
        {
            var proof = await view.Tiles.DecideAsync(
                () => tree.ProveInclusionAsync(index, newest.Checkpoint.Size, cancellationToken).AsTask());
            return new TlogProof(index, proof.Path, newest.Note);
        }
        catch (LedgerException e)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction, $"Cannot prove that entry {index} is in the ledger: {e.Message}", e);
        }
    }

    private static async IAsyncEnumerable<EntryBundleId> Bundles(VerifiedTree tree)
    {
        await Task.CompletedTask;
        for (var index = 0L; index * TileId.FullWidth < tree.Checkpoint.Size; index++)
        {
            yield return tree.BundleAt(index);
        }
    }

    private async Task<LogBatch> ReadAsync(
        LedgerView view, VerifiedTree tree, EntryBundleId id, CancellationToken cancellationToken)
    {
        var first = id.Index * TileId.FullWidth;
        var key = VaultKeys.Bundle(id);
        try
        {
            var bytes = await view.Tiles.DecideAsync(() => tree.ReadEntriesAsync(id.Index, cancellationToken).AsTask());
            var tile = VaultKeys.Tile(new TileId(0, id.Index, id.Width));
            List<StoredVersion> objects =
                [.. new[] { view.Tiles.VersionOf(key), view.Tiles.VersionOf(tile) }.OfType<StoredVersion>()];
            var findings = new List<Finding>();
            foreach (var version in objects)
            {
                findings.AddRange(await ExamineAsync(view, version, cancellationToken));
            }

            if (view.Newest is { } newest && first + id.Width == newest.Checkpoint.Size)
            {
                objects.Add(newest.Version);
            }

            return new LogBatch(first, objects[0].At, objects, Entries(bytes, id.Width), findings);
        }
        catch (LedgerException e)
        {
            var at = view.On(key) is [.., var newest] ? newest.At : new VaultLocation(key, "");
            return new LogBatch(first, at, [], [], [new Finding(
                FindingCode.RecordsAltered,
                $"Entries {first} to {first + id.Width - 1} cannot be verified against the checkpoint of "
                + $"{tree.Checkpoint.Size} entries: {e.Message}")]);
        }
    }

    private static List<ReadOnlyMemory<byte>> Entries(ReadOnlyMemory<byte> bundle, int width)
    {
        var entries = new List<ReadOnlyMemory<byte>>(width);
        foreach (var entry in EntryBundle.Read(bundle.Span, width))
        {
            entries.Add(entry.ToArray());
        }

        return entries;
    }

    private async Task<IReadOnlyList<Finding>> ExamineAsync(
        LedgerView view, StoredVersion genuine, CancellationToken cancellationToken)
    {
        var onKey = view.On(genuine.At.Key);
        if (onKey.Count == 1)
        {
            return [];
        }

        var (_, digest) = await _attempts.RunAsync(
            stop => store.DigestAsync(genuine.At, stop), genuine.Size, $"read {genuine.At}", cancellationToken);
        return await KeyExamination.ExamineAsync(
            store, onKey, genuine.At, digest, genuine.Size, _attempts, cancellationToken);
    }
}
