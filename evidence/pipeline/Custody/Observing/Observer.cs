using System.Text.Json;
using Evidence.Ledger;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Custody.Observing;

/// <summary>
/// Observes the vault: looks at every version, compares what the store says with what it said the last time, and
/// records both. What it holds in memory does not depend on the size of the vault: the lines of an observation are in a
/// file.
/// </summary>
/// <remarks>
/// The ledger is read after the last object was looked at, and never before: whoever lifts a hold or deletes a payload
/// records it first, so whatever is missing in the scan is explained by what is read afterwards, if it ever is.
/// </remarks>
internal sealed class Observer(
    IVaultStore store,
    Func<RecordReader> reader,
    Func<CustodyState> empty,
    Func<EvidenceItem, CancellationToken, Task<EvidenceReceipt>> record,
    PipelineSettings settings,
    TimeProvider time)
{
    /// <summary>Most findings that a result repeats; all are in the payload.</summary>
    public const int MostFindings = 1000;

    private static readonly string[] _controls = ["NIST-AU-9", "NIST-AU-11", "ISO27001-A.5.33", "SOC2-CC4.1"];

    private readonly Attempts _attempts = new(settings.Budget, time);

    public async Task<ObservationResult> ObserveAsync(
        int digestPercent, IProgress<ObservationProgress>? progress, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("strata-observation-");
        try
        {
            await using var run = new ObservationRun(folder, digestPercent, time.GetUtcNow(), progress);
            await ScanAsync(run, cancellationToken);
            var finished = time.GetUtcNow();
            var state = await ReadLedgerAsync(run, cancellationToken);
            await CompareAsync(run, state, cancellationToken);
            if (run.IsEmpty)
            {
                throw new EvidenceException(
                    EvidenceFault.BadInput, $"There is nothing in {store.Name} to observe yet. Add evidence first.");
            }

            var observation = run.ToObservation(finished, state);
            return await RecordAsync(run, observation, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task ScanAsync(ObservationRun run, CancellationToken cancellationToken)
    {
        await using var lines = File.Create(run.LinesFile);
        await foreach (var key in new VaultScan(store, settings.Budget, time)
            .ScanAsync(run.Sample, cancellationToken))
        {
            await run.AddAsync(lines, key, cancellationToken);
        }
    }

    private async Task<CustodyState> ReadLedgerAsync(ObservationRun run, CancellationToken cancellationToken)
    {
        var state = empty();
        await foreach (var batch in reader().ReadAsync(cancellationToken))
        {
            foreach (var finding in batch.Batch.Findings.Where(f => !run.Knows(f)))
            {
                run.Find(new ObservedFinding(
                    finding.Code, batch.Batch.At.Key, finding.Reason, batch.Batch.At.VersionId));
            }

            foreach (var one in batch.Records)
            {
                state.Add(one);
                var at = one.Predicate.Payload.ToLocation();
                if (state.ProblemOf(one.Place.Index) is { } problem)
                {
                    run.Find(new ObservedFinding(
                        FindingCode.RecordUnreadable,
                        at.Key,
                        $"What entry {one.Place.Index} of the ledger states does not count: {problem}",
                        at.VersionId));
                }

                if (one.SignedBy.Count > 0 && run.Unlocked.Contains(at))
                {
                    run.Find(new ObservedFinding(
                        FindingCode.LockWeaker,
                        at.Key,
                        $"The lock of {at} must be {one.Predicate.Retention.ToLock()}; the store stated none.",
                        at.VersionId));
                }
            }
        }

        return state;
    }

    private async Task CompareAsync(ObservationRun run, CustodyState state, CancellationToken cancellationToken)
    {
        if (state.LastObservation is { } last && await FetchAsync(run, last, cancellationToken))
        {
            await using var before = File.OpenRead(run.PreviousFile);
            await using var after = File.OpenRead(run.LinesFile);
            try
            {
                var findings = ObservationRules.CompareAsync(
                    ObservationLines.ReadVersionsAsync(before, cancellationToken),
                    ObservationLines.ReadVersionsAsync(after, cancellationToken),
                    state,
                    cancellationToken);
                await foreach (var finding in findings)
                {
                    if (!run.Knows(finding))
                    {
                        run.Find(finding);
                    }
                }
            }
            catch (LedgerFormatException e)
            {
                run.Find(Unreadable(last, e.Message));
            }
        }

        await run.FinishAsync(cancellationToken);
    }

    /// <summary>
    /// Fetches the lines of the last observation, and believes them if they have the digest that was signed.
    /// </summary>
    private async Task<bool> FetchAsync(ObservationRun run, StoredRecord last, CancellationToken cancellationToken)
    {
        var at = last.Predicate.Payload.ToLocation();
        try
        {
            var digest = await _attempts.RunAsync(
                async stop =>
                {
                    await using var content = await store.OpenAsync(at, stop);
                    await using var file = File.Create(run.PreviousFile);
                    await content.Body.CopyToAsync(file, stop);
                    file.Position = 0;
                    return await VaultReading.HashAsync(file, stop);
                },
                last.Predicate.Payload.Size,
                $"read {at}",
                cancellationToken);
            if (digest == last.Subject.Sha256)
            {
                return true;
            }

            run.Find(Unreadable(last, $"SHA-256 of {at} must be {last.Subject.Sha256}, found {digest}."));
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
        {
            run.Find(Unreadable(last, $"{at} is gone from {store.Name}."));
        }

        return false;
    }

    private static ObservedFinding Unreadable(StoredRecord last, string why) => new(
        FindingCode.ObservationUnreadable,
        last.Predicate.Payload.Key,
        $"The observation of entry {last.Place.Index} cannot be compared with: {why}",
        last.Predicate.Payload.VersionId);

    private async Task<ObservationResult> RecordAsync(
        ObservationRun run, CustodyObservation observation, CancellationToken cancellationToken)
    {
        var item = EvidenceItem.FromFile(run.LinesFile, CustodyKinds.Observation, _controls) with
        {
            Name = $"custody of {store.Bucket}",
            MediaType = CustodyObservation.MediaType,
            Fact = JsonSerializer.SerializeToElement(observation, FactJson.Default.CustodyObservation),
        };
        try
        {
            return new ObservationResult(observation, run.Findings, await record(item, cancellationToken), null);
        }
        catch (EvidenceException e)
        {
            // What was seen is worth telling, most of all where the ledger contradicts itself.
            return new ObservationResult(observation, run.Findings, null, e);
        }
    }
}
