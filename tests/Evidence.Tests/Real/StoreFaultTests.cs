using Amazon.S3;
using Evidence.Pipeline;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;
using Infra.Automation.Local;
using Tests.Support;

namespace Evidence.Tests.Real;

/// <summary>A store that is down, refuses, is full, falls silent, loses the line, or cannot lock.</summary>
public sealed class StoreFaultTests(RealServices services) : IClassFixture<RealServices>, IDisposable
{
    private static readonly TimeSpan _impatience = TimeSpan.FromSeconds(1);

    private readonly PipelineFixture _fixture = new(services.Connections.PostgresConnectionString);

    private RealVault Vault => new(services);

    public void Dispose() => _fixture.Dispose();

    [RealServicesFact]
    public async Task A_store_that_is_down_is_said_to_be_down()
    {
        var nobody = new Uri($"http://127.0.0.1:{TemporaryServices.FreePort()}");
        using var store = Vault.Store("vault", nobody);

        await FailsAsync(store, EvidenceFault.Unreachable, $"at http://127.0.0.1:{nobody.Port}", "Connection refused");
    }

    [RealServicesFact]
    public async Task Credentials_that_are_not_accepted_are_said_not_to_be()
    {
        var bucket = await Vault.BucketAsync();
        using var unknown = Vault.Store(bucket, keys: new S3Keys("NOBODY", "secret-of-nobody"));
        using var wrong = Vault.Store(bucket, keys: new S3Keys(Vault.Owner.AccessKey, "secret-of-nobody"));

        await FailsAsync(unknown, EvidenceFault.Refused, "does not accept the credentials (InvalidAccessKeyId)");
        await FailsAsync(wrong, EvidenceFault.Refused, "does not accept the credentials (SignatureDoesNotMatch)");
    }

    [RealServicesFact]
    public async Task A_user_without_the_right_is_told_so()
    {
        using var store = Vault.Store(await Vault.BucketAsync(), keys: services.Connections.S3Guest);

        await FailsAsync(store, EvidenceFault.Refused, "the store refuses (AccessDenied", "ask for it");
    }

    [RealServicesFact]
    public async Task A_bucket_that_is_not_there_is_said_not_to_be()
    {
        using var store = Vault.Store("nobody-made-this");

        await FailsAsync(store, EvidenceFault.NoObjectLock, "there is no such bucket");
    }

    [RealServicesFact]
    public async Task A_bucket_without_object_lock_is_given_nothing()
    {
        var bucket = await Vault.BucketAsync(objectLock: false);
        using var store = Vault.Store(bucket);

        await FailsAsync(store, EvidenceFault.NoObjectLock, "no Object Lock", "switched on when a bucket is created");
        using var client = Vault.Client();
        Assert.Null((await client.ListVersionsAsync(bucket)).Versions);
    }

    [RealServicesFact]
    public async Task A_full_store_keeps_what_it_has_and_acknowledges_nothing_more()
    {
        var bucket = await Vault.BucketAsync(ObjectLockRetentionMode.Compliance);
        using var store = Vault.Store(bucket);
        var pipeline = _fixture.On(store);
        var first = await pipeline.AddAsync(PipelineFixture.Item("first"), CancellationToken.None);
        await RealVault.AdministerAsync(
            "quota", "set", "--quota-scope=bucket", "--uid=strata", $"--bucket={bucket}", "--max-objects=5");
        await RealVault.AdministerAsync(
            "quota", "enable", "--quota-scope=bucket", "--uid=strata", $"--bucket={bucket}");

        await FailsAsync(store, EvidenceFault.Full, "the store is full (QuotaExceeded)", "Make room");

        Assert.Equal(first.Id, Assert.Single(await PipelineFixture.VerifyAsync(pipeline)).Record?.Id);
    }

    [RealServicesFact]
    public Task A_line_that_is_lost_mid_body_is_tried_again() => SurvivesAsync(WireFault.LostMidBody);

    [RealServicesFact]
    public Task A_write_whose_answer_is_lost_is_found_and_not_written_again() => SurvivesAsync(WireFault.LostAnswer);

    [RealServicesFact]
    public Task A_write_whose_answer_never_comes_is_found_and_not_written_again() => SurvivesAsync(WireFault.Silence);

    [RealServicesFact]
    public async Task A_line_that_stays_broken_acknowledges_nothing()
    {
        var bucket = await Vault.BucketAsync(ObjectLockRetentionMode.Compliance);
        await using var wire = new FaultyWire(Vault.Endpoint);
        using var store = Vault.Store(bucket, wire.Endpoint);

        wire.Plan(WireFault.LostMidBody, int.MaxValue);
        await FailsAsync(store, EvidenceFault.Unreachable, "the connection was lost");

        using var direct = Vault.Store(bucket);
        Assert.Empty(await PipelineFixture.VerifyAsync(_fixture.On(direct)));
        Assert.Empty((await direct.ListVersionsAsync("", after: null, CancellationToken.None)).Versions);
    }

    [RealServicesFact]
    public async Task A_store_that_stays_silent_is_given_up_within_the_budget()
    {
        var bucket = await Vault.BucketAsync(ObjectLockRetentionMode.Compliance);
        await using var wire = new FaultyWire(Vault.Endpoint);
        var budget = PipelineFixture.Quick with { Call = _impatience, Attempts = 2 };
        using var store = Vault.Store(bucket, wire.Endpoint, budget: budget);

        wire.Plan(WireFault.Silence, int.MaxValue);
        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => _fixture.On(store, budget).AddAsync(PipelineFixture.Item("a"), CancellationToken.None)
                .WaitAsync(TimeSpan.FromSeconds(60)));

        Assert.Equal(EvidenceFault.TimedOut, error.Fault);
        Assert.Contains("silent for 1 seconds", error.Message, StringComparison.Ordinal);
    }

    [RealServicesFact]
    public async Task Parts_that_are_lost_on_their_way_are_sent_again()
    {
        await using var wire = new FaultyWire(Vault.Endpoint);
        using var store = Vault.Store(await Vault.BucketAsync(ObjectLockRetentionMode.Compliance), wire.Endpoint);
        var bytes = new byte[(2 * PartPlan.LargestSinglePut) + 77];
        Random.Shared.NextBytes(bytes);
        var item = EvidenceItem.FromFile(_fixture.File("large", bytes), "document", ["NIST-AU-9"]);

        wire.Plan(WireFault.LostMidBody, times: 2);
        await _fixture.On(store).AddAsync(item, CancellationToken.None);

        Assert.True(Assert.Single(await PipelineFixture.VerifyAsync(_fixture.On(store))).Holds);
    }

    private async Task SurvivesAsync(WireFault fault)
    {
        var bucket = await Vault.BucketAsync(ObjectLockRetentionMode.Compliance);
        await using var wire = new FaultyWire(Vault.Endpoint);
        var budget = PipelineFixture.Quick with { Call = _impatience };
        using var store = Vault.Store(bucket, wire.Endpoint, budget: budget);
        var pipeline = _fixture.On(store, budget);

        wire.Plan(fault, times: 1);
        await pipeline.AddAsync(PipelineFixture.Item("survivor"), CancellationToken.None);

        Assert.True(Assert.Single(await PipelineFixture.VerifyAsync(pipeline)).Holds);
        var stored = await store.ListVersionsAsync(VaultKeys.Payloads, after: null, CancellationToken.None);
        Assert.Single(stored.Versions);
    }

    private async Task FailsAsync(IVaultStore store, EvidenceFault fault, params string[] words)
    {
        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => _fixture.On(store).AddAsync(PipelineFixture.Item("never"), CancellationToken.None));
        Assert.Equal(fault, error.Fault);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }
}
