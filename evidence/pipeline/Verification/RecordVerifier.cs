using System.Runtime.CompilerServices;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Flow;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Verification;

/// <summary>
/// Checks what is stored against what was signed, reading everything by version id and asking the store for nothing but
/// bytes and locks.
/// </summary>
internal sealed class RecordVerifier(
    IVaultStore store,
    RecordReader reader,
    Func<CancellationToken, Task<CustodyState>> readState,
    VaultBudget budget,
    TimeProvider time)
{
    private const int CheckedAtOnce = 32;

    private readonly Attempts _attempts = new(budget, time);

    /// <summary>Verdicts in the order of the log; of those named, or of all if none is.</summary>
    public async IAsyncEnumerable<RecordVerdict> VerifyAsync(
        IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var custody = new CustodyCheck(store, readState, _attempts, time, cancellationToken);
        var work = ids.Count == 0 ? AllAsync(cancellationToken) : NamedAsync(ids, cancellationToken);
        await foreach (var verdict in work.SelectParallelAsync(
            CheckedAtOnce, (begun, stop) => JudgeAsync(begun, custody, stop), cancellationToken))
        {
            yield return verdict;
        }
    }

    private async IAsyncEnumerable<RecordVerdict> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var clock = new LoggedTimes(time.GetUtcNow());
        await foreach (var batch in reader.ReadAsync(cancellationToken))
        {
            var aboutBatch = FindingsOf(batch);
            if (aboutBatch.Count > 0)
            {
                yield return new RecordVerdict(null, new RecordPlace(batch.Batch.First, batch.Batch.At), aboutBatch);
            }

            foreach (var (place, finding) in batch.Unreadable)
            {
                yield return new RecordVerdict(null, place, [finding]);
            }

            foreach (var record in batch.Records)
            {
                yield return new RecordVerdict(record, record.Place, clock.FindingsOf(record));
            }
        }
    }

    private async IAsyncEnumerable<RecordVerdict> NamedAsync(
        IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (batch, record) in await reader.FindAsync(ids, cancellationToken))
        {
            yield return new RecordVerdict(record, record.Place, FindingsOf(batch));
        }
    }

    /// <summary>
    /// What holds records must be locked at least as hard and as long as the payloads that the trusted ones speak of.
    /// </summary>
    private static List<Finding> FindingsOf(ReadBatch batch)
    {
        var findings = batch.Batch.Findings.ToList();
        var locks = batch.Records.Where(r => r.SignedBy.Count > 0).Select(r => r.Predicate.Retention.ToLock()).ToList();
        if (locks.Count > 0)
        {
            var wanted = locks.Aggregate((a, b) => a.And(b));
            findings.AddRange(batch.Batch.Objects.SelectMany(o => FindingsOf(o.At, o.Lock, wanted)));
        }

        return findings;
    }

    private static IEnumerable<Finding> FindingsOf(VaultLocation at, LockState found, ObjectLock stated)
    {
        if (!found.CoversRetention(stated))
        {
            yield return new Finding(
                FindingCode.LockWeaker, $"The lock of {at} must be {stated}; the store states {found}.");
        }

        if (stated.Hold && !found.Hold)
        {
            yield return new Finding(
                FindingCode.HoldMissing, $"A legal hold was put on {at} and the store states none.");
        }
    }

    private async Task<RecordVerdict> JudgeAsync(
        RecordVerdict begun, CustodyCheck custody, CancellationToken cancellationToken)
    {
        if (begun.Record is not { } record)
        {
            return begun;
        }

        if (record.SignatureProblem is { } problem)
        {
            // What an untrusted statement says about a payload is not worth a request.
            return begun with
            {
                Findings =
                [
                    .. begun.Findings,
                    new Finding(FindingCode.SignatureNotTrusted, $"No trusted key signed this record. {problem}"),
                ],
            };
        }

        var (findings, disposedBy) = await FindingsOfPayloadAsync(record, custody, cancellationToken);
        return begun with
        {
            Findings =
            [
                .. begun.Findings, .. findings, .. await custody.FindingsOfFactAsync(record, cancellationToken),
            ],
            DisposedBy = disposedBy,
        };
    }

    private async Task<(List<Finding> Findings, long? DisposedBy)> FindingsOfPayloadAsync(
        StoredRecord record, CustodyCheck custody, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var claim = record.Predicate.Payload;
        var at = claim.ToLocation();
        var stated = record.Predicate.Retention.ToLock();
        long? disposedBy = null;
        try
        {
            var (version, digest) = await _attempts.RunAsync(
                stop => store.DigestAsync(at, stop), claim.Size, $"read {at}", cancellationToken);
            if (digest != record.Subject.Sha256)
            {
                findings.Add(new Finding(
                    FindingCode.PayloadAltered,
                    $"SHA-256 of {at} must be {record.Subject.Sha256}, found {digest} ({version.Size} bytes)."));
            }

            var held = stated.Hold && (version.Lock.Hold || !await custody.IsReleasedAsync(at));
            findings.AddRange(FindingsOf(at, version.Lock, stated with { Hold = held }));
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
        {
            (disposedBy, var finding) = await custody.ExplainMissingAsync(record);
            findings.AddRange(finding is null ? [] : [finding]);
        }

        var onKey = new List<ListedVersion>();
        await foreach (var version in store.ListAllAsync(at.Key, _attempts, cancellationToken))
        {
            // The prefix also finds keys that only start with this one.
            if (version.At.Key == at.Key)
            {
                onKey.Add(version);
            }
        }

        findings.AddRange(await KeyExamination.ExamineAsync(
            store, onKey, at, record.Subject.Sha256, claim.Size, _attempts, cancellationToken));
        return (findings, disposedBy);
    }
}
