using System.Text.Json;
using Evidence.Ledger.Keys;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody.Holding;

/// <summary>Puts legal holds on evidence and releases them, each with a record, by different people.</summary>
/// <remarks>
/// <para>
/// A hold is set in the store first and recorded then. A crash in between leaves a version that is held and of which no
/// record says so: it is kept longer than anybody knows, and the same command completes it. The other order would leave
/// a recorded hold that protects nothing.
/// </para>
/// <para>
/// A release is recorded first and carried out then. A crash in between leaves a hold that is released and still on:
/// the same command completes it. The other order would leave a version without its hold and nobody who answers for it.
/// </para>
/// <para>
/// Both look once more after their last step. Somebody may put a hold on while another one on the same version is being
/// lifted: either the release sees the new hold in the ledger when it looks afterwards, and puts it back, or the new
/// hold was recorded later still, and whoever put it on sees that it is off when they look.
/// </para>
/// </remarks>
internal sealed class LegalHolds(
    IVaultStore store,
    EvidencePipeline pipeline,
    TrustedKeys trusted,
    ISigner signer,
    VaultBudget budget,
    TimeProvider time)
{
    private static readonly string[] _controls = ["NIST-AU-11", "ISO27001-A.5.28", "ISO27001-A.5.33"];

    private readonly Attempts _attempts = new(budget, time);
    private readonly HoldSwitch _switch = new(store, budget, time);

    public async Task<HoldReceipt> PlaceAsync(
        string id, string matter, string reason, CancellationToken cancellationToken)
    {
        RequireText(matter, "matter");
        RequireText(reason, "reason");
        var state = await pipeline.Custody.ReadStateAsync(cancellationToken);
        var (batch, held) = (await pipeline.Reader().FindAsync([id], cancellationToken))[0];
        RequireSigned(held);
        var at = held.Predicate.Payload.ToLocation();
        if (state.DispositionOf(at) is { Result.Outcome: DispositionOutcome.Deleted } disposed)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"There is nothing left to hold: {at} was disposed of by entry {disposed.Intent}. Its record stays.");
        }

        // The payload, and what proves its record: neither may go before the matter is over.
        IEnumerable<VaultLocation> proof = batch.Batch.Objects.Select(o => o.At)
            .Where(o => !VaultKeys.TryParseCheckpoint(o.Key, out _));
        List<VaultLocation> objects = [.. await PayloadsAsync(held, cancellationToken), .. proof];
        foreach (var one in objects)
        {
            await _switch.SetAsync(one, cancellationToken);
        }

        var index = held.Place.Index;
        var known = state.Holds.FirstOrDefault(h => h.Record == index && h.Matter == matter && h.ReleasedBy is null);
        var hold = new LegalHold(
            matter, [.. objects.Select(VaultObject.Of)], reason, index, held.Subject.Sha256.ToString());
        var recorded = known?.Index ?? await AddAsync(
            $"legal hold on entry {index}",
            CustodyKinds.LegalHold,
            JsonSerializer.SerializeToElement(hold, FactJson.Default.LegalHold),
            cancellationToken);
        foreach (var one in objects)
        {
            await _switch.SetAsync(one, cancellationToken);
        }

        return new HoldReceipt(hold, recorded, held, known is not null);
    }

    public async Task<ReleaseReceipt> ReleaseAsync(string id, string reason, CancellationToken cancellationToken)
    {
        RequireText(reason, "reason");
        var record = await pipeline.FindAsync(id, cancellationToken);
        var state = await pipeline.Custody.ReadStateAsync(cancellationToken);
        var hold = state.HoldAt(record.Place.Index) ?? throw NoHold(record, state);
        var index = hold.ReleasedBy;
        if (index is null)
        {
            RequireAnother(hold);
            var release = new LegalHoldRelease(
                hold.Index, [.. hold.Objects.Where(o => IsPayload(o.Key))], reason, hold.Matter);
            index = await AddAsync(
                $"release of the legal hold of entry {hold.Index}",
                CustodyKinds.LegalHoldRelease,
                JsonSerializer.SerializeToElement(release, FactJson.Default.LegalHoldRelease),
                cancellationToken);
        }

        var free = new List<VaultLocation>();
        var payloads = hold.Objects.Where(o => IsPayload(o.Key)).Select(o => o.ToLocation()).ToList();
        state = await pipeline.Custody.ReadStateAsync(cancellationToken);
        foreach (var at in payloads.Where(state.IsReleased))
        {
            await _switch.LiftAsync(at, cancellationToken);
            free.Add(at);
        }

        state = await pipeline.Custody.ReadStateAsync(cancellationToken);
        foreach (var at in free.Where(at => !state.IsReleased(at)).ToList())
        {
            await _switch.SetAsync(at, cancellationToken);
            free.Remove(at);
        }

        return new ReleaseReceipt(
            hold.Index, index.Value, free, [.. payloads.Except(free)], hold.ReleasedBy is not null);
    }

    /// <summary>Every version on the payload's key that has its bytes: records may speak of more than one.</summary>
    private async Task<List<VaultLocation>> PayloadsAsync(StoredRecord held, CancellationToken cancellationToken)
    {
        var (claim, found) = (held.Predicate.Payload, new List<VaultLocation>());
        await foreach (var version in store.ListAllAsync(claim.Key, _attempts, cancellationToken))
        {
            if (version.At.Key == claim.Key && !version.IsDeleteMarker && version.Size == claim.Size
                && (await _attempts.RunAsync(
                    stop => store.DigestAsync(version.At, stop), version.Size, $"read {version.At}", cancellationToken))
                    .Digest == held.Subject.Sha256)
            {
                found.Add(version.At);
            }
        }

        return found.Contains(claim.ToLocation())
            ? found
            : throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"Cannot hold {claim.ToLocation()}: it is gone from {store.Name} or was altered. Nothing was changed. "
                + "`./strata evidence verify` says what is wrong.");
    }

    private async Task<long> AddAsync(string name, string kind, JsonElement fact, CancellationToken cancellationToken)
    {
        var item = EvidenceItem.FromFact(name, kind, fact, _controls);
        return (await pipeline.AddAsync(item, signer, cancellationToken)).Record.Index;
    }

    private void RequireAnother(HeldEvidence hold)
    {
        var mine = trusted.IdentitiesOf([signer.PublicKey.KeyId]);
        if (mine.Intersect(hold.By).FirstOrDefault() is { } same)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"Cannot release the hold of entry {hold.Index}: \"{same}\" put it on, and nobody releases their own. "
                + "Nothing was changed. Have it released with the key of somebody else who may.");
        }
    }

    private static EvidenceException NoHold(StoredRecord record, CustodyState state)
    {
        var holds = state.Holds.Where(h => h.Record == record.Place.Index && h.ReleasedBy is null).ToList();
        var those = holds.Count == 0
            ? "No hold is on its payload either."
            : $"Holds on its payload are entries {string.Join(", ", holds.Select(h => h.Index))}: name their records.";
        return new EvidenceException(
            EvidenceFault.BadInput, $"Entry {record.Place.Index} put no hold on anything. {those}");
    }

    private static void RequireSigned(StoredRecord record)
    {
        if (record.SignedBy.Count == 0)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"Will not hold what no trusted key signed: entry {record.Place.Index}. {record.SignatureProblem}");
        }
    }

    private static void RequireText(string text, string what)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > EvidenceItem.LongestName)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"A hold and a release need a {what} of 1 to {EvidenceItem.LongestName} characters, found "
                + $"{Quoted.Of(text)}.");
        }
    }

    private static bool IsPayload(string key) => key.StartsWith(VaultKeys.Payloads, StringComparison.Ordinal);
}
