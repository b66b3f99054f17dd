using Amazon.S3;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Probe;
using Tests.Support;

namespace Evidence.Tests.Real;

/// <summary>What the probe finds out about the real server, with and without Object Lock.</summary>
public sealed class StoreProbeTests(RealServices services) : IClassFixture<RealServices>
{
    private static readonly RetentionClass _rehearsal =
        EvidenceCatalogue.Current.Retention.Single(r => r.Name == "rehearsal");

    private RealVault Vault => new(services);

    [RealServicesFact]
    public async Task A_bucket_with_object_lock_is_a_vault_and_the_canary_stays()
    {
        var bucket = await Vault.BucketAsync(ObjectLockRetentionMode.Compliance);

        var report = await ProbeAsync(bucket);

        Assert.True(report.IsVault);
        string[] refused = [ProbeNames.Shorten, ProbeNames.Soften, ProbeNames.Bypass, ProbeNames.Delete];
        Assert.All(refused, name => Assert.StartsWith("refused: 403", Answer(report, name), StringComparison.Ordinal));
        Assert.Contains(report.Leftovers, left => left.At.Key.EndsWith("-canary", StringComparison.Ordinal));
        await AssertLeftAsync(bucket, report);

        // What this server cannot do: a change here is worth knowing.
        Assert.False(report.HasConditionalWrites);
        Assert.Contains("ignored", Answer(report, ProbeNames.CreateIfAbsent), StringComparison.Ordinal);
    }

    [RealServicesFact]
    public async Task Without_a_default_rule_only_the_canary_stays()
    {
        var bucket = await Vault.BucketAsync();

        var report = await ProbeAsync(bucket);

        Assert.True(report.IsVault);
        Assert.Single(report.Leftovers);
        await AssertLeftAsync(bucket, report);
        Assert.Equal(ProbeVerdict.Unable, report.Attempts.Single(a => a.Name == ProbeNames.LockOnParts).Verdict);
    }

    [RealServicesFact]
    public async Task A_bucket_without_object_lock_is_no_vault_and_nothing_is_written()
    {
        var bucket = await Vault.BucketAsync(objectLock: false);

        var report = await ProbeAsync(bucket);

        Assert.False(report.IsVault);
        Assert.Equal(2, report.Attempts.Count);
        await AssertLeftAsync(bucket, report);
    }

    private static string Answer(ProbeReport report, string name) => report.Attempts.Single(a => a.Name == name).Answer;

    private Task<ProbeReport> ProbeAsync(string bucket) =>
        new StoreProbe(Vault.Connection(bucket), PipelineFixture.Quick, TimeProvider.System)
            .RunAsync(_rehearsal, CancellationToken.None);

    /// <summary>What the report says was left behind is what is there.</summary>
    private async Task AssertLeftAsync(string bucket, ProbeReport report)
    {
        using var store = Vault.Store(bucket);
        var there = await store.ListVersionsAsync("", after: null, CancellationToken.None);
        Assert.Equal(
            report.Leftovers.Select(l => l.At).OrderBy(a => a.ToString()),
            there.Versions.Select(v => v.At).OrderBy(a => a.ToString()));
    }
}
