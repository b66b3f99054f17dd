using Evidence.Ledger.Statements;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Verification;

/// <summary>
/// Asks the ledger why a hold is off or a payload gone, and the store whether recorded holds are on. The ledger is read
/// a second time for it, and only where the answer is needed.
/// </summary>
internal sealed class CustodyCheck(
    IVaultStore store,
    Func<CancellationToken, Task<CustodyState>> readState,
    Attempts attempts,
    TimeProvider time,
    CancellationToken cancellation)
{
    private readonly Lazy<Task<CustodyState>> _state = new(() => readState(cancellation));

    /// <summary>Whether every hold on a version was released.</summary>
    public async Task<bool> IsReleasedAsync(VaultLocation at) => (await _state.Value).IsReleased(at);

    /// <summary>The disposition that explains why a payload is gone, or what is wrong with that.</summary>
    public async Task<(long? DisposedBy, Finding? Finding)> ExplainMissingAsync(StoredRecord record)
    {
        var (at, stated) = (record.Predicate.Payload.ToLocation(), record.Predicate.Retention.ToLock());
        if ((await _state.Value).DispositionOf(at) is not { } disposed)
        {
            var expired = stated.RetainUntil <= time.GetUtcNow() ? " Its retention has ended, and" : " And";
            return (null, new Finding(
                FindingCode.PayloadMissing,
                $"{at} is gone from {store.Name}.{expired} no disposition is recorded."));
        }

        return ProblemOf(disposed, record, stated) is { } problem
            ? (null, new Finding(
                FindingCode.DispositionInvalid,
                $"{at} is gone by entry {disposed.Intent}, which could not be: {problem}"))
            : (disposed.Intent, null);
    }

    /// <summary>What is wrong with the fact that a record states.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsOfFactAsync(
        StoredRecord record, CancellationToken cancellationToken)
    {
        if (record.Predicate.Fact is null)
        {
            return [];
        }

        var state = await _state.Value;
        if (state.ProblemOf(record.Place.Index) is { } problem)
        {
            var code = record.Predicate.Kind == CustodyKinds.LegalHoldRelease
                ? FindingCode.ReleaseInvalid
                : FindingCode.RecordUnreadable;
            return [new Finding(code, $"What entry {record.Place.Index} states does not count: {problem}")];
        }

        return record.Predicate.Kind == CustodyKinds.LegalHold && state.HoldAt(record.Place.Index) is { } hold
            ? await FindingsOfHoldAsync(hold, state, cancellationToken)
            : [];
    }

    private static string? ProblemOf(
        DisposedPayload disposed, StoredRecord record, ObjectLock stated) => disposed switch
        {
            { HeldBy: { } hold } => $"the hold of entry {hold} was on it.",
            { Result: { Outcome: not DispositionOutcome.Deleted } result } =>
                $"entry {disposed.ResultIndex} says that it was kept ({result.Outcome}).",
            _ when disposed.Item.RetainUntil > disposed.DecidedAt || stated.RetainUntil > disposed.DecidedAt =>
                $"it was locked until {UtcTimestamp.ToText(Later(disposed.Item.RetainUntil, stated.RetainUntil))}, and "
                + "that "
                + $"was decided at {UtcTimestamp.ToText(disposed.DecidedAt)}.",
            _ when disposed.Item.Sha256 != record.Subject.Sha256.ToString() =>
                $"that is about other bytes, with the SHA-256 {disposed.Item.Sha256}.",
            _ => null,
        };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private async Task<List<Finding>> FindingsOfHoldAsync(
        HeldEvidence hold, CustodyState state, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var at in hold.Objects.Select(o => o.ToLocation()).Where(at => !state.IsReleased(at)))
        {
            try
            {
                var version = await attempts.RunAsync(
                    stop => store.HeadAsync(at, stop), 0, $"look at {at}", cancellationToken);
                if (!version.Lock.Hold)
                {
                    findings.Add(new Finding(
                        FindingCode.HoldMissing,
                        $"The legal hold of entry {hold.Index} must be on {at}, and the store states none."));
                }
            }
            catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
            {
                findings.Add(new Finding(
                    FindingCode.PayloadMissing,
                    $"{at} is gone from {store.Name}, and the legal hold of entry {hold.Index} is on it."));
            }
        }

        return findings;
    }
}
