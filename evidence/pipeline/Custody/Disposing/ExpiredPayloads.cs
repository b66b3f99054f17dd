using System.Runtime.CompilerServices;
using Evidence.Pipeline.Flow;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Custody.Disposing;

/// <summary>
/// Finds payloads whose time is over: by the lock that the store states, by every record that speaks of them, and by
/// the holds in the ledger. Whatever one of the three protects is left alone.
/// </summary>
internal sealed class ExpiredPayloads(
    IVaultStore store, EvidencePipeline pipeline, VaultBudget budget, TimeProvider time)
{
    /// <summary>Rule of a payload that no record speaks of: a write that was interrupted, or was made twice.</summary>
    public const string Unreferenced = "unreferenced";

    private const int LookedAtOnce = 32;

    private readonly Attempts _attempts = new(budget, time);

    public async Task<IReadOnlyList<DispositionItem>> FindAsync(
        int most, CustodyState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var expired = new Dictionary<VaultLocation, StoredVersion>();
        await foreach (var version in UnlockedAsync(now, cancellationToken))
        {
            if (state.ActiveHoldsOn(version.At).Count == 0 && !IsLastObservation(version.At, state))
            {
                expired.Add(version.At, version);
            }

            if (expired.Count == most)
            {
                break;
            }
        }

        return expired.Count == 0 ? [] : await DescribeAsync(expired, now, cancellationToken);
    }

    private async IAsyncEnumerable<StoredVersion> UnlockedAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var looked = store.ListAllAsync(VaultKeys.Payloads, _attempts, cancellationToken)
            .SelectParallelAsync(LookedAtOnce, LookAsync, cancellationToken);
        await foreach (var version in looked)
        {
            // A version without a date is not one whose date is over: it may be locked right now, or be hidden from us.
            if (version?.Lock is { Mode: not null, RetainUntil: { } end, Hold: false } && end <= now)
            {
                yield return version;
            }
        }
    }

    private async Task<StoredVersion?> LookAsync(ListedVersion listed, CancellationToken cancellationToken)
    {
        if (listed.IsDeleteMarker)
        {
            return null;
        }

        try
        {
            return await _attempts.RunAsync(
                stop => store.HeadAsync(listed.At, stop), 0, $"look at {listed.At}", cancellationToken);
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<DispositionItem>> DescribeAsync(
        Dictionary<VaultLocation, StoredVersion> expired, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claims = expired.Keys.ToDictionary(at => at, _ => new List<StoredRecord>());
        await foreach (var batch in pipeline.ReadAsync(cancellationToken))
        {
            RequireSound(batch);
            foreach (var record in batch.Records)
            {
                if (record.SignedBy.Count > 0
                    && claims.TryGetValue(record.Predicate.Payload.ToLocation(), out var about))
                {
                    about.Add(record);
                }
            }
        }

        var items = new List<DispositionItem>();
        foreach (var (at, version) in expired)
        {
            if (claims[at].TrueForAll(r => r.Predicate.Retention.RetainUntil <= now)
                && version.Lock is { Mode: { } mode, RetainUntil: { } until })
            {
                var (_, digest) = await _attempts.RunAsync(
                    stop => store.DigestAsync(at, stop), version.Size, $"read {at}", cancellationToken);
                var rule = claims[at].MaxBy(r => r.Predicate.Retention.RetainUntil)?.Predicate.Retention.Class;
                items.Add(new DispositionItem(
                    at.Key,
                    mode,
                    [.. claims[at].Select(r => r.Place.Index)],
                    until,
                    rule ?? Unreferenced,
                    digest.ToString(),
                    version.Size,
                    at.VersionId));
            }
        }

        return items;
    }

    /// <summary>Where the ledger cannot be read whole, nobody knows what else it says about a payload.</summary>
    private void RequireSound(ReadBatch batch)
    {
        var findings = batch.Batch.Findings.Concat(batch.Unreadable.Select(u => u.Finding));
        var doubt = findings.FirstOrDefault(f => f.Code is not
            (FindingCode.ForeignObject or FindingCode.ForeignVersion or FindingCode.DeleteMarker));
        if (doubt is not null)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"Will not dispose of anything in {store.Name} as long as its ledger does not verify: {doubt.Reason} "
                + "Nothing was changed.");
        }
    }

    /// <summary>The next observation is compared with the last, so that one outlives its own retention.</summary>
    private static bool IsLastObservation(VaultLocation at, CustodyState state) =>
        state.LastObservation?.Predicate.Payload.ToLocation() == at;
}
