using System.Text.Json;
using Evidence.Ledger.Keys;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody.Disposing;

/// <summary>
/// Deletes payloads whose retention has ended, and records who, what, by which rule and after which lock.
/// </summary>
/// <remarks>
/// The order: the intent is recorded, the payloads are deleted, the results are recorded. A crash after the intent
/// leaves payloads that are announced and still there, or gone with a record that says why; the next run sees an intent
/// without results and completes it before anything else. No payload is ever gone without a record, and no record says
/// of one that is there that it is gone. Each lock and hold is looked at again right before the deletion, which is
/// asked for without any right to bypass: where something changed meanwhile, the store refuses.
/// </remarks>
internal sealed class Disposer(
    IVaultStore store, EvidencePipeline pipeline, ISigner signer, VaultBudget budget, TimeProvider time)
{
    private static readonly string[] _controls = ["NIST-AU-11", "ISO27001-A.5.33"];

    private readonly Attempts _attempts = new(budget, time);
    private readonly IVaultCustody _custody = store.RequireCustody();

    public async Task<DispositionRun> RunAsync(
        int most, IProgress<DispositionResult>? progress, CancellationToken cancellationToken)
    {
        var (results, intents) = (new List<DispositionResult>(), new List<long>());
        var state = await pipeline.Custody.ReadStateAsync(cancellationToken);
        foreach (var (index, intent) in state.OpenIntents)
        {
            await CarryOutAsync(index, intent.Objects);
        }

        state = await pipeline.Custody.ReadStateAsync(cancellationToken);
        var expired = await new ExpiredPayloads(store, pipeline, budget, time)
            .FindAsync(most, state, cancellationToken);
        foreach (var some in expired.Chunk(DispositionIntent.MostObjects))
        {
            var index = await AddAsync(
                $"disposition of {some.Length} payloads",
                CustodyKinds.DispositionIntent,
                JsonSerializer.SerializeToElement(
                    new DispositionIntent(time.GetUtcNow(), some), FactJson.Default.DispositionIntent),
                cancellationToken);
            await CarryOutAsync(index, some);
        }

        return new DispositionRun(results, [], intents);

        async Task CarryOutAsync(long index, IReadOnlyList<DispositionItem> items)
        {
            intents.Add(index);
            var ended = new List<DispositionResult>();
            foreach (var item in items)
            {
                var (outcome, reason) = await DeleteAsync(item.ToLocation(), cancellationToken);
                ended.Add(new DispositionResult(item.Key, outcome, item.Version, reason));
                progress?.Report(ended[^1]);
            }

            await AddAsync(
                $"results of the disposition of entry {index}",
                CustodyKinds.Disposition,
                JsonSerializer.SerializeToElement(new Disposition(index, ended), FactJson.Default.Disposition),
                cancellationToken);
            results.AddRange(ended);
        }
    }

    private async Task<(DispositionOutcome Outcome, string? Reason)> DeleteAsync(
        VaultLocation at, CancellationToken cancellationToken)
    {
        try
        {
            return await _attempts.RunAsync<(DispositionOutcome, string?)>(
                async stop =>
                {
                    // Looked at before each attempt: the one before may have been carried out, and a hold put on since.
                    var version = await store.HeadAsync(at, stop);
                    if (version.Lock.Hold)
                    {
                        return (DispositionOutcome.Held, "A legal hold is on it.");
                    }

                    if (!(version.Lock.RetainUntil <= time.GetUtcNow()))
                    {
                        return (DispositionOutcome.Locked, $"Its lock is {version.Lock}.");
                    }

                    await _custody.DeleteAsync(at, stop);
                    version = await store.HeadAsync(at, stop);
                    return (DispositionOutcome.Refused, $"The store said that {version.At} is gone, and it is there.");
                },
                0,
                $"delete {at} in {store.Name}",
                cancellationToken);
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
        {
            return (DispositionOutcome.Deleted, null);
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.Refused)
        {
            return (DispositionOutcome.Refused, e.Message);
        }
    }

    private async Task<long> AddAsync(string name, string kind, JsonElement fact, CancellationToken cancellationToken)
    {
        var item = EvidenceItem.FromFact(name, kind, fact, _controls);
        return (await pipeline.AddAsync(item, signer, cancellationToken)).Record.Index;
    }
}
