using System.Text;
using Amazon.S3;
using Evidence.Ledger;
using Evidence.Ledger.Statements;
using Evidence.Pipeline;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Custody.Disposing;
using Evidence.Pipeline.Custody.Observing;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Sources;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;
using Evidence.Pipeline.Verification;
using Tests.Support;

namespace Evidence.Tests.Real;

/// <summary>Custody on a real server: its own locks, its own refusals.</summary>
public sealed class CustodyTests(RealServices services) : IClassFixture<RealServices>, IDisposable
{
    private static readonly TimeSpan _short = TimeSpan.FromSeconds(6);

    private readonly PipelineFixture _fixture = new(services.Connections.PostgresConnectionString);

    private RealVault Vault => new(services);

    public void Dispose() => _fixture.Dispose();

    [RealServicesFact]
    public async Task A_hold_is_put_on_and_released_and_an_observation_sees_both()
    {
        using var store = Vault.Store(await Vault.BucketAsync(ObjectLockRetentionMode.Compliance));
        var pipeline = _fixture.On(store);
        await _fixture.KeyAsync("alice", KeyRole.HoldOfficer, KeyRole.Log);
        await _fixture.KeyAsync("bob", KeyRole.HoldOfficer, KeyRole.Log);
        var receipt = await pipeline.AddAsync(PipelineFixture.Item("held"), CancellationToken.None);

        var placed = await pipeline.Custody.HoldAsync(
            receipt.Id.ToString(), "case 7", "counsel", "alice", CancellationToken.None);
        Assert.True((await store.HeadAsync(receipt.Payload.At, CancellationToken.None)).Lock.Hold);
        Assert.Empty((await ObserveAsync(pipeline)).Findings);
        var hold = (await PipelineFixture.VerifyAsync(pipeline)).Single(v => v.Place.Index == placed.Index).Record;
        await pipeline.Custody.ReleaseAsync(hold?.Id.ToString() ?? "", "over", "bob", CancellationToken.None);

        Assert.False((await store.HeadAsync(receipt.Payload.At, CancellationToken.None)).Lock.Hold);
        Assert.Empty((await ObserveAsync(pipeline)).Findings);
        await store.PlaceHoldAsync(receipt.Payload.At, CancellationToken.None);
        await ObserveAsync(pipeline);
        Assert.All(await PipelineFixture.VerifyAsync(pipeline), v =>
            Assert.True(v.Holds, string.Join('\n', v.Findings)));
    }

    [RealServicesFact]
    public async Task A_hold_that_somebody_lifts_by_hand_is_found_by_the_next_observation()
    {
        using var store = Vault.Store(await Vault.BucketAsync(ObjectLockRetentionMode.Compliance));
        var pipeline = _fixture.On(store);
        var receipt = await pipeline.AddAsync(
            PipelineFixture.Item("held") with { Hold = true }, CancellationToken.None);
        await ObserveAsync(pipeline);
        await store.LiftHoldAsync(receipt.Payload.At, CancellationToken.None);

        var found = (await ObserveAsync(pipeline)).Findings;

        Assert.Equal([FindingCode.HoldMissing], found.Select(f => f.Finding));
    }

    [RealServicesFact]
    public async Task A_payload_is_disposed_of_when_its_lock_has_ended_and_not_before()
    {
        using var store = Vault.Store(await Vault.BucketAsync());
        var pipeline = _fixture.On(store);
        await _fixture.KeyAsync("custodian", KeyRole.Custodian, KeyRole.Log);
        await pipeline.AddAsync(PipelineFixture.Item("kept"), CancellationToken.None);
        var (at, id) = await AddForAMomentAsync(store, pipeline);
        await ObserveAsync(pipeline);

        Assert.Empty((await DisposeAsync(pipeline)).Results);
        var refusal = await Assert.ThrowsAsync<EvidenceException>(() => store.DeleteAsync(at, CancellationToken.None));
        Assert.Equal(EvidenceFault.Refused, refusal.Fault);
        await Task.Delay(_short + TimeSpan.FromSeconds(1));
        var run = await DisposeAsync(pipeline);

        var result = Assert.Single(run.Results);
        Assert.Equal((DispositionOutcome.Deleted, at), (result.Outcome, new VaultLocation(result.Key, result.Version)));
        Assert.Empty((await ObserveAsync(pipeline)).Findings);
        var verdicts = await PipelineFixture.VerifyAsync(pipeline);
        Assert.All(verdicts, v => Assert.True(v.Holds, string.Join('\n', v.Findings)));
        Assert.Equal(run.Intents[0], verdicts.Single(v => v.Record?.Id == id).DisposedBy);
    }

    /// <summary>A payload under a lock of seconds, and its record: no retention class is so short.</summary>
    private async Task<(VaultLocation At, Sha256Hash Id)> AddForAMomentAsync(
        S3VaultStore store, EvidencePipeline pipeline)
    {
        var bytes = Encoding.UTF8.GetBytes("for a moment");
        var until = DateTimeOffset.FromUnixTimeSeconds((TimeProvider.System.GetUtcNow() + _short).ToUnixTimeSeconds());
        var digest = Sha256Hash.Of(bytes);
        var at = await store.PutAsync(
            new VaultWrite(
                VaultKeys.Payload(digest),
                new BytesSource("a moment", bytes),
                digest,
                "text/plain",
                new ObjectLock(LockMode.Compliance, until)),
            CancellationToken.None);
        using var signer = await LocalSigningKey.OpenOrCreateAsync(
            _fixture.Keys, new TrustFolder(_fixture.Trust), TimeProvider.System, CancellationToken.None);
        var predicate = new EvidencePredicate
        {
            Kind = "document",
            Controls = ["NIST-AU-9"],
            Environment = "local",
            Retention = new RetentionClaim
            {
                Class = "moment",
                Mode = LockMode.Compliance,
                RetainUntil = until,
                Hold = false,
            },
            Payload = new PayloadClaim
            {
                Bucket = store.Bucket,
                Key = at.Key,
                VersionId = at.VersionId,
                Size = bytes.Length,
            },
            CollectedAt = TimeProvider.System.GetUtcNow(),
            Collector = new Collector { Version = "1", User = "tester", Host = "machine" },
        };
        var record = await SignedRecord.SignAsync(
            new Subject(digest, "a moment"), predicate, signer, CancellationToken.None);
        await pipeline.Appender(signer).AppendAsync([record], CancellationToken.None);
        return (at, record.Id);
    }

    private static Task<DispositionRun> DisposeAsync(EvidencePipeline pipeline) =>
        pipeline.Custody.DisposeAsync(100, "custodian", progress: null, CancellationToken.None);

    private static Task<ObservationResult> ObserveAsync(EvidencePipeline pipeline) =>
        pipeline.Custody.ObserveAsync(100, by: null, progress: null, CancellationToken.None);
}
