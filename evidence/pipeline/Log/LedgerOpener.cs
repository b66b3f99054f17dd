using Evidence.Ledger;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Tiles;
using Evidence.Pipeline.Flow;
using Evidence.Pipeline.Log.Heads;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Log;

/// <summary>
/// Opens the ledger for a reader: its newest checkpoint that a trusted key signed, and whether everything else that is
/// signed or says where the log ends agrees with it.
/// </summary>
internal sealed class LedgerOpener(
    IVaultStore store,
    IHeadStore heads,
    LogKeys trusted,
    string origin,
    VaultBudget budget,
    TimeProvider time)
{
    private const int ReadAtOnce = 16;

    private readonly Attempts _attempts = new(budget, time);

    /// <summary>
    /// Lists the ledger, and only then reads the head: a checkpoint is published after the head has moved to it, so a
    /// head that is behind what was listed before was put back by somebody.
    /// </summary>
    public async Task<LedgerView> OpenAsync(CancellationToken cancellationToken)
    {
        var view = new LedgerView(store, _attempts);
        await foreach (var version in store.ListAllAsync(VaultKeys.Ledger, _attempts, cancellationToken))
        {
            view.Add(version);
        }

        var checkpoints = new PublishedCheckpoints(store, trusted, origin, budget, time);
        await OpenCheckpointsAsync(view, checkpoints, cancellationToken);
        await CompareHeadAsync(view, checkpoints, cancellationToken);
        if (view.Newest is not { } newest)
        {
            return view;
        }

        try
        {
            view.Tree = await view.Tiles.DecideAsync(
                () => VerifiedTree.OpenAsync(view.Tiles, newest.Checkpoint, cancellationToken).AsTask());
            await RequireOneHistoryAsync(view, view.Tree, cancellationToken);
        }
        catch (LedgerException e)
        {
            view.Find(
                FindingCode.RecordsAltered,
                $"The ledger does not have the root of its checkpoint of {newest.Checkpoint.Size} entries: "
                + $"{e.Message}");
        }

        return view;
    }

    private async Task OpenCheckpointsAsync(
        LedgerView view, PublishedCheckpoints checkpoints, CancellationToken cancellationToken)
    {
        var opened = view.Checkpoints().SelectParallelAsync(
            ReadAtOnce,
            async (listed, stop) => (listed, await checkpoints.OpenAsync(listed, stop)),
            cancellationToken);
        await foreach (var (listed, published) in opened)
        {
            if (listed.IsDeleteMarker)
            {
                view.Find(
                    FindingCode.DeleteMarker,
                    $"A delete marker ({listed.At.VersionId}) was put on {Quoted.Of(listed.At.Key)}. What is below is "
                    + $"still served.");
            }
            else if (published is null)
            {
                view.Find(
                    FindingCode.ForeignObject,
                    $"{Quoted.Of(listed.At.Key)} version \"{listed.At.VersionId}\" is no checkpoint of \"{origin}\" "
                    + $"of its size that a trusted key signed.");
            }
            else
            {
                view.Trust(published);
            }
        }
    }

    private async Task CompareHeadAsync(
        LedgerView view, PublishedCheckpoints checkpoints, CancellationToken cancellationToken)
    {
        try
        {
            var head = await _attempts.RunAsync(heads.ReadAsync, 0, "read the ledger's head", cancellationToken);
            if (head is null)
            {
                if (view.Newest is { } lost)
                {
                    view.Find(FindingCode.LedgerRolledBack, checkpoints.RolledBack(null, lost.Checkpoint).Message);
                }

                return;
            }

            var checkpoint = checkpoints.Open(head);
            var size = view.Newest?.Checkpoint.Size ?? 0;
            if (checkpoint.Size < size && view.Newest is { } newest)
            {
                view.Find(FindingCode.LedgerRolledBack, checkpoints.RolledBack(head, newest.Checkpoint).Message);
            }
            else if (checkpoint.Size == size && view.Newest is { } same && same.Checkpoint.Root != checkpoint.Root)
            {
                view.Find(
                    FindingCode.LedgerForked,
                    PublishedCheckpoints.Forked(checkpoint, same.Checkpoint, same.Version.At).Message);
            }
            else if (head.Previous > size && await IsMissingAsync(head.Previous))
            {
                view.Find(
                    FindingCode.LedgerTruncated,
                    $"The ledger's head extends {head.Previous} entries, whose checkpoint was published, and the "
                    + $"newest in {store.Name} has {size}: entries were cut off.");
            }
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.Contradiction)
        {
            view.Find(FindingCode.HeadReplaced, e.Message);
        }

        // Others may have published and moved on since we listed.
        async Task<bool> IsMissingAsync(long size) => (await checkpoints.ReadAsync(size, cancellationToken)).Count == 0;
    }

    /// <summary>
    /// Every published checkpoint must be the beginning of the newest. Where a tile is missing for saying so, it is
    /// missing for its entries too, and that is what is reported of it.
    /// </summary>
    private static async Task RequireOneHistoryAsync(
        LedgerView view, VerifiedTree tree, CancellationToken cancellationToken)
    {
        foreach (var published in view.Trusted)
        {
            var size = published.Checkpoint.Size;
            Sha256Hash root;
            try
            {
                root = await view.Tiles.DecideAsync(() => tree.RootAsync(size, cancellationToken).AsTask());
            }
            catch (LedgerException)
            {
                continue;
            }

            if (root != published.Checkpoint.Root)
            {
                view.Find(
                    FindingCode.LedgerForked,
                    PublishedCheckpoints.Forked(
                        new Checkpoint(tree.Checkpoint.Origin, size, root),
                        published.Checkpoint,
                        published.Version.At).Message);
            }
        }
    }
}
