using Evidence.Ledger;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Log;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Verification;

/// <summary>
/// Refuses to append with a clock that is behind what is logged already: what was collected earlier and what later is
/// told by these times alone. A clock that is ahead cannot lock everybody else out for long: S3 refuses requests whose
/// time differs from its own by more than 15 minutes.
/// </summary>
internal sealed class WriterClock(IVaultStore store, TrustedKeys trusted, VaultBudget budget, TimeProvider time)
{
    /// <summary>How far clocks of well-kept machines may be apart.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly Attempts _attempts = new(budget, time);

    /// <summary>Compares with the times of the last batch that was appended.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceFault.Contradiction"/>: this clock is behind.</exception>
    public async Task RequireNotBehindAsync(LedgerHead head, CancellationToken cancellationToken)
    {
        var (first, now) = (head.Previous, time.GetUtcNow());
        foreach (var (envelope, i) in (await LinesAsync(head, cancellationToken)).Select((line, i) => (line, i)))
        {
            var place = new RecordPlace(first + i, head.Batch.ToLocation());
            if (CollectedAfter(now + Tolerance, envelope, place) is { } logged)
            {
                throw new EvidenceException(
                    EvidenceFault.Contradiction,
                    $"Will not append: this machine's clock says {UtcTimestamp.ToText(now)}, and entry {first + i} "
                    + "of the "
                    + $"ledger was collected at {UtcTimestamp.ToText(logged)}. Nothing was stored. Set the clock of "
                    + "this "
                    + "machine, or find out which one wrote that entry.");
            }
        }
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>> LinesAsync(
        LedgerHead head, CancellationToken cancellationToken)
    {
        var at = head.Batch.ToLocation();
        try
        {
            var version = await _attempts.RunAsync(
                stop => store.HeadAsync(at, stop), 0, $"look at {at}", cancellationToken);
            var listed = new ListedVersion(at, version.Size, IsLatest: true, IsDeleteMarker: false);
            return version.Size <= LedgerAppender.LongestBatch
                && await store.DownloadAsync(listed, _attempts, cancellationToken) is var (_, bytes)
                && VaultKeys.Batch(Sha256Hash.Of(bytes)) == at.Key
                    ? BatchLines.Split(bytes)
                    : [];
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
        {
            return []; // The entries are in the bundles as well, and what is missing is for verification to say.
        }
    }

    /// <summary>
    /// When a record that a trusted key signed was collected, if that is after <paramref name="limit"/>.
    /// </summary>
    private DateTimeOffset? CollectedAfter(
        DateTimeOffset limit, ReadOnlyMemory<byte> envelope, RecordPlace place)
    {
        try
        {
            var claimed = StoredRecord.Read(envelope, place, trusted: []).Predicate.CollectedAt;
            return claimed > limit && StoredRecord.Read(envelope, place, trusted.Verifiers).SignedBy.Count > 0
                ? claimed
                : null;
        }
        catch (LedgerFormatException)
        {
            return null; // Verification reports it.
        }
    }
}
