using System.Globalization;
using System.Text;
using Evidence.Ledger;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Sources;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;

namespace Evidence.Pipeline.Probe;

/// <summary>
/// Finds out what a store does instead of believing what it says: writes a canary under a real lock and tries to get
/// rid of it. Whatever holds leaves the canary behind, locked; the report says so. A store that lets go of it has
/// failed.
/// </summary>
public sealed class StoreProbe(S3Connection connection, VaultBudget budget, TimeProvider time)
{
    private const string NoTag = "\"00000000000000000000000000000000\"";

    private static readonly byte[] _canary = Encoding.ASCII.GetBytes("Written by `strata evidence probe`.\n");

    /// <summary>Probes the store with a lock of <paramref name="retention"/>.</summary>
    /// <exception cref="EvidenceException">The store does not answer, or refuses what every client may do.</exception>
    public async Task<ProbeReport> RunAsync(RetentionClass retention, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retention);
        using var store = new S3VaultStore(connection, budget, time);
        using var calls = new ProbeCalls(connection, budget, time);
        var run = new ProbeRun(store, calls);
        var now = time.GetUtcNow();
        var wanted = retention.LockFrom(now);
        var key = string.Create(CultureInfo.InvariantCulture, $"{VaultKeys.Probes}{now:yyyyMMdd'T'HHmmss.fffffff'Z'}");

        var bucket = await store.DescribeAsync(cancellationToken);
        run.Note(
            ProbeNames.Versioning,
            "Ask whether versioning is on",
            bucket.Versioning ? "it is" : "it is not",
            bucket.Versioning);
        run.Note(
            ProbeNames.ObjectLock,
            "Ask whether Object Lock is on",
            bucket.ObjectLock ? $"it is, default rule: {bucket.Default?.ToString() ?? "none"}" : "it is not",
            bucket.ObjectLock);
        if (run.AllGood)
        {
            await ProbeLocksAsync(run, store, calls, $"{key}-canary", wanted, cancellationToken);
            await ProbeAbilitiesAsync(run, calls, key, wanted, cancellationToken);
        }

        return new ProbeReport(store.Name, run.Attempts, await run.CleanUpAsync(cancellationToken));
    }

    private static async Task ProbeLocksAsync(
        ProbeRun run, S3VaultStore store, ProbeCalls calls, string key, ObjectLock wanted, CancellationToken stop)
    {
        var digest = Sha256Hash.Of(_canary);
        var canary = await store.PutAsync(
            new VaultWrite(key, new BytesSource("a canary", _canary), digest, "text/plain", wanted), stop);
        run.Wrote(canary);
        var state = (await store.HeadAsync(canary, stop)).Lock;
        run.Note(ProbeNames.LockOnWrite, $"Write a canary under {wanted}", $"its lock: {state}", state.Covers(wanted));

        await run.MustBeRefusedAsync(
            ProbeNames.Shorten,
            "Set its date one hour earlier",
            () => calls.RetainAsync(canary, wanted.Mode, wanted.RetainUntil.AddHours(-1), stop));
        if (wanted.Mode is LockMode.Compliance)
        {
            await run.MustBeRefusedAsync(
                ProbeNames.Soften,
                "Turn COMPLIANCE into GOVERNANCE",
                () => calls.RetainAsync(canary, LockMode.Governance, wanted.RetainUntil, stop));
            await run.MustBeRefusedAsync(
                ProbeNames.Bypass,
                "Delete the version, bypassing governance",
                () => calls.DeleteAsync(canary, bypass: true, stop));
        }

        await run.MustBeRefusedAsync(
            ProbeNames.Delete, "Delete the version", () => calls.DeleteAsync(canary, bypass: false, stop));
    }

    private static async Task ProbeAbilitiesAsync(
        ProbeRun run, ProbeCalls calls, string key, ObjectLock wanted, CancellationToken stop)
    {
        var head = $"{key}-head";
        var (first, tag) = await calls.PutIfAsync(head, _canary, ifMatch: null, ifNoneMatch: null, stop);
        run.Wrote(first);
        await run.MustDistinguishAsync(
            ProbeNames.CreateIfAbsent,
            "Write only if nothing is there (If-None-Match), on a key that is free and on one that is not",
            async () => (await calls.PutIfAsync($"{key}-new", _canary, ifMatch: null, ifNoneMatch: "*", stop)).At,
            async () => (await calls.PutIfAsync(head, _canary, ifMatch: null, ifNoneMatch: "*", stop)).At);
        await run.MustDistinguishAsync(
            ProbeNames.ReplaceIfSame,
            "Replace only what one has seen (If-Match), naming its tag and naming another",
            async () => (await calls.PutIfAsync(head, _canary, ifMatch: tag, ifNoneMatch: null, stop)).At,
            async () => (await calls.PutIfAsync(head, _canary, ifMatch: NoTag, ifNoneMatch: null, stop)).At);
        await run.MayLockAsync(
            ProbeNames.LockOnParts,
            $"Upload in parts under {wanted}",
            wanted,
            () => calls.PutInPartsAsync($"{key}-parts", _canary, wanted, stop),
            stop);
    }
}
