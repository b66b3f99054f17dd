namespace Evidence.Pipeline.Log.Heads;

/// <summary>
/// The bucket where it can create once, PostgreSQL where it cannot. Decided when the log gets its first head, by
/// trying; from then on the head is where it is, and one in each place is a contradiction and never a choice.
/// </summary>
/// <param name="bucket">The bucket for heads.</param>
/// <param name="database">The database for heads; null if there is none.</param>
public sealed class ChosenHeadStore(S3HeadStore bucket, PostgresHeadStore? database) : IHeadStore
{
    private IHeadStore? _chosen;

    /// <inheritdoc/>
    public string Name => database is null ? bucket.Name : $"{bucket.Name} or {database.Name}";

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_chosen is not null)
        {
            return;
        }

        var (_, store) = await FindAsync(cancellationToken);
        // Also of a bucket that was able once: one that no longer refuses would fork the log without a word.
        if (!ReferenceEquals(store, database) || store is null)
        {
            var able = await bucket.CanCreateOnceAsync(cancellationToken);
            store = (store, able) switch
            {
                (_, true) => bucket,
                (null, false) => database ?? throw NoStore(),
                (not null, false) => throw new EvidenceException(
                    EvidenceFault.Contradiction,
                    $"Will not append: the ledger's head is in {bucket.Name}, which no longer refuses to create what "
                    + "exists (If-None-Match). Nothing was changed. Find out what changed on the bucket."),
            };
        }

        await store.PrepareAsync(cancellationToken);
        _chosen = store;
    }

    /// <inheritdoc/>
    public async Task<LedgerHead?> ReadAsync(CancellationToken cancellationToken) =>
        _chosen is { } store ? await store.ReadAsync(cancellationToken) : (await FindAsync(cancellationToken)).Head;

    /// <inheritdoc/>
    public async Task<bool> TryMoveAsync(LedgerHead? current, LedgerHead successor, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return _chosen is { } store
            && await store.TryMoveAsync(current, successor, cancellationToken);
    }

    private async Task<(LedgerHead? Head, IHeadStore? Store)> FindAsync(CancellationToken cancellationToken)
    {
        var inBucket = await bucket.ReadAsync(cancellationToken);
        var inDatabase = database is null ? null : await database.ReadAsync(cancellationToken);
        return (inBucket, inDatabase) switch
        {
            (null, null) => (null, null),
            ({ } head, null) => (head, bucket),
            (null, { } head) => (head, database),
            ({ } one, { } other) => throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"The ledger has two heads: {bucket.Name} has one of {one.Checkpoint.Size} entries with the root "
                + $"{one.Checkpoint.Root}, PostgreSQL one of {other.Checkpoint.Size} with {other.Checkpoint.Root}. "
                + "Nothing was changed. Find out which one readers were shown."),
        };
    }

    private EvidenceException NoStore() => new(
        EvidenceFault.Refused,
        $"Will not append: many may append to one ledger at once, and nothing here keeps its head from forking. "
        + $"{bucket.Name} is not there or ignores If-None-Match, and there is no PostgreSQL. Use a store that has "
        + "conditional writes (`./strata evidence probe`), or a PostgreSQL database.");
}
