using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Probe;

/// <summary>One probe: what was tried so far, and what it wrote.</summary>
internal sealed class ProbeRun(IVaultStore store, ProbeCalls calls)
{
    private readonly List<ProbeAttempt> _attempts = [];
    private readonly List<VaultLocation> _written = [];

    public IReadOnlyList<ProbeAttempt> Attempts => _attempts;

    public bool AllGood => _attempts.TrueForAll(a => a.Verdict is not ProbeVerdict.Bad);

    public void Note(string name, string tried, string answer, bool good) =>
        _attempts.Add(new ProbeAttempt(name, tried, answer, good ? ProbeVerdict.Good : ProbeVerdict.Bad));

    public void Wrote(VaultLocation at) => _written.Add(at);

    /// <summary>A vault refuses this.</summary>
    public async Task MustBeRefusedAsync(string name, string tried, Func<Task> attempt)
    {
        var refusal = await RefusalOfAsync(attempt);
        Note(name, tried, refusal ?? "carried out", refusal is not null);
    }

    /// <summary>
    /// A store with this ability carries out the first and refuses the second. Whatever is written is remembered.
    /// </summary>
    public async Task MustDistinguishAsync(
        string name, string tried, Func<Task<VaultLocation>> holds, Func<Task<VaultLocation>> doesNotHold)
    {
        var refused = await RefusalOfAsync(async () => Wrote(await holds()));
        var refusal = await RefusalOfAsync(async () => Wrote(await doesNotHold()));
        var (answer, verdict) = (refused, refusal) switch
        {
            (null, not null) => ($"carried out, and {refusal}", ProbeVerdict.Able),
            (null, null) => ("carried out both times: the condition is ignored", ProbeVerdict.Unable),
            _ => ($"{refused}, although the condition holds", ProbeVerdict.Unable),
        };
        _attempts.Add(new ProbeAttempt(name, tried, answer, verdict));
    }

    /// <summary>
    /// A store with this ability puts the lock on; for one without it, the pipeline puts it on afterwards.
    /// </summary>
    public async Task MayLockAsync(
        string name,
        string tried,
        ObjectLock wanted,
        Func<Task<VaultLocation>> attempt,
        CancellationToken cancellationToken)
    {
        var state = LockState.None;
        var refusal = await RefusalOfAsync(async () =>
        {
            var at = await attempt();
            Wrote(at);
            state = (await store.HeadAsync(at, cancellationToken)).Lock;
        });
        _attempts.Add(new ProbeAttempt(
            name,
            tried,
            refusal ?? $"its lock: {state}",
            state.Covers(wanted) ? ProbeVerdict.Able : ProbeVerdict.Unable));
    }

    /// <summary>Deletes what can be deleted, which is what no lock is on, and returns the rest.</summary>
    public async Task<IReadOnlyList<StoredVersion>> CleanUpAsync(CancellationToken cancellationToken)
    {
        var left = new List<StoredVersion>();
        foreach (var at in _written)
        {
            try
            {
                var version = await store.HeadAsync(at, cancellationToken);
                if (version.Lock != LockState.None
                    || await RefusalOfAsync(() => calls.DeleteAsync(at, bypass: false, cancellationToken)) is not null)
                {
                    left.Add(version);
                }
            }
            catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
            {
                // Deleted by an attempt that should have been refused: the report says so.
            }
        }

        return left;
    }

    private static async Task<string?> RefusalOfAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
            return null;
        }
        catch (EvidenceException e) when (ProbeCalls.Refusal(e) is { } refusal)
        {
            return refusal;
        }
    }
}
