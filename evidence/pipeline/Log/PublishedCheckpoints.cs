using Evidence.Ledger;
using Evidence.Ledger.Notes;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Log;

/// <summary>The checkpoints in the vault, each locked: what every reader starts from.</summary>
internal sealed class PublishedCheckpoints(
    IVaultStore store, LogKeys trusted, string origin, VaultBudget budget, TimeProvider time)
{
    private readonly Attempts _attempts = new(budget, time);

    /// <summary>The largest checkpoint beyond <paramref name="size"/> that a trusted key signed.</summary>
    public async Task<Checkpoint?> NewestAfterAsync(long size, CancellationToken cancellationToken)
    {
        Checkpoint? newest = null;
        var end = new PageEnd(VaultKeys.Checkpoint(size), null);
        await foreach (var listed in store.ListAllAsync(VaultKeys.Checkpoints, end, _attempts, cancellationToken))
        {
            if (await OpenAsync(listed, cancellationToken) is { } found && found.Checkpoint.Size > size)
            {
                newest = found.Checkpoint.Size > (newest?.Size ?? 0) ? found.Checkpoint : newest;
            }
        }

        return newest;
    }

    /// <summary>
    /// The published copy of <paramref name="note"/>, or null if there is none or its lock is not yet
    /// <paramref name="wanted"/>.
    /// </summary>
    /// <exception cref="EvidenceException">
    /// A trusted key signed another tree of this size: the log is forked.
    /// </exception>
    public async Task<StoredVersion?> FindAsync(
        Checkpoint checkpoint, SignedNote note, ObjectLock wanted, CancellationToken cancellationToken)
    {
        StoredVersion? genuine = null;
        foreach (var (other, version) in await ReadAsync(checkpoint.Size, cancellationToken))
        {
            if (Same(other.Note, note))
            {
                genuine = version.Lock.Covers(wanted) ? genuine ?? version : genuine;
            }
            else if (other.Checkpoint.Root != checkpoint.Root)
            {
                throw Forked(checkpoint, other.Checkpoint, version.At);
            }
        }

        return genuine;
    }

    /// <summary>Every trusted checkpoint of one size, oldest version first.</summary>
    public async Task<IReadOnlyList<(PublishedCheckpoint Published, StoredVersion Version)>> ReadAsync(
        long size, CancellationToken cancellationToken)
    {
        var found = new List<(PublishedCheckpoint, StoredVersion)>();
        await foreach (var listed in store.ListAllAsync(VaultKeys.Checkpoint(size), _attempts, cancellationToken))
        {
            if (await OpenAsync(listed, cancellationToken) is { } published)
            {
                found.Insert(0, (published, published.Version));
            }
        }

        return found;
    }

    /// <summary>What one version holds, or null if it is not a checkpoint of this log under its own key.</summary>
    public async Task<PublishedCheckpoint?> OpenAsync(ListedVersion listed, CancellationToken cancellationToken)
    {
        if (listed.IsDeleteMarker
            || listed.Size > SignedNote.MaximumLength
            || !VaultKeys.TryParseCheckpoint(listed.At.Key, out var size)
            || await store.DownloadAsync(listed, _attempts, cancellationToken) is not var (version, bytes))
        {
            return null;
        }

        try
        {
            var note = SignedNote.Parse(bytes);
            var checkpoint = trusted.Open(note);
            return checkpoint.Origin == origin && checkpoint.Size == size
                ? new PublishedCheckpoint(checkpoint, note, version)
                : null;
        }
        catch (LedgerException)
        {
            return null; // Nobody whom this reader trusts said it. Verification reports it.
        }
    }

    /// <summary>The checkpoint of a head, once a trusted key is found to have signed it.</summary>
    public Checkpoint Open(LedgerHead head)
    {
        try
        {
            var checkpoint = trusted.Open(head.Note);
            return checkpoint.Origin == origin && head.Previous < checkpoint.Size
                ? checkpoint
                : throw new LedgerVerificationException(
                    $"It is that of \"{checkpoint.Origin}\" at size {checkpoint.Size}, extending {head.Previous}.");
        }
        catch (LedgerException e)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"The ledger's head of {head.Checkpoint.Size} entries is not one that this reader believes: "
                + $"{e.Message} Nothing was changed. If another machine appends to \"{origin}\", put its public key "
                + "into the trust folder; if none does, somebody replaced the head.",
                e);
        }
    }

    public static bool Same(SignedNote one, SignedNote other) => one.ToUtf8().AsSpan().SequenceEqual(other.ToUtf8());

    public static EvidenceException Forked(Checkpoint one, Checkpoint other, VaultLocation at) => new(
        EvidenceFault.Contradiction,
        $"The ledger is forked: at {one.Size} entries one signed checkpoint has the root {one.Root}, and {at}, signed "
        + $"as well, has {other.Root}. Nothing was changed. Stop every writer, keep both, and find out which one "
        + "readers saw.");

    public EvidenceException RolledBack(LedgerHead? head, Checkpoint newest) => new(
        EvidenceFault.Contradiction,
        $"The ledger's head was rolled back: it is {Text(head)}, and a locked checkpoint has {newest.Size} entries "
        + $"with the root {newest.Root}. Nothing was changed. Put the head back from its own history; \"{origin}\" is "
        + "never begun anew.");

    private static string Text(LedgerHead? head) => head is null
        ? "gone"
        : $"at {head.Checkpoint.Size} entries with the root {head.Checkpoint.Root}";
}
