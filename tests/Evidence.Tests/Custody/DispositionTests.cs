using Evidence.Pipeline;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Custody.Disposing;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Custody;

/// <summary>What is deleted when, what is not, and that the ledger stays verifiable whatever fails.</summary>
public sealed class DispositionTests : IAsyncLifetime, IDisposable
{
    private const int Lasting = 1000;

    private readonly PipelineFixture _fixture = new();
    private readonly StrictMemoryStore _store = new();
    private IReadOnlyList<EvidenceReceipt> _receipts = [];

    /// <summary>Today: nothing's time is over.</summary>
    private EvidencePipeline Today => _fixture.On(_store, TimeProvider.System);

    /// <summary>In three days: the time of whatever was kept for a day is.</summary>
    private EvidencePipeline Later => _fixture.On(_store, new ShiftedTime(TimeSpan.FromDays(3)));

    public static TheoryData<StoreWrite, StoreFault, int> Matrix()
    {
        var data = new TheoryData<StoreWrite, StoreFault, int>();
        StoreWrite[] writes =
        [
            StoreWrite.Payload, StoreWrite.Batch, StoreWrite.Head, StoreWrite.Bundle, StoreWrite.Checkpoint,
            StoreWrite.Delete,
        ];
        foreach (var write in writes)
        {
            foreach (var fault in Enum.GetValues<StoreFault>())
            {
                data.Add(write, fault, 1);
                data.Add(write, fault, Lasting);
            }
        }

        return data;
    }

    public async Task InitializeAsync()
    {
        _receipts = (await Today.AddAsync(
            [.. Enumerable.Range(0, 4).Select(i => PipelineFixture.Item($"item {i}") with
            {
                Hold = i == 1,
                Retention = i == 2 ? "audit" : null,
            })],
            progress: null,
            CancellationToken.None)).Receipts;
        await _fixture.KeyAsync("custodian", KeyRole.Custodian, KeyRole.Log);
        await _fixture.KeyAsync("alice", KeyRole.HoldOfficer, KeyRole.Log);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _store.AssertNoViolation();
        _fixture.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task Nothing_is_deleted_before_its_time()
    {
        var run = await DisposeAsync(Today);

        Assert.Empty(run.Results);
        Assert.Empty(run.Intents);
        Assert.All(_receipts, r => Assert.Contains(r.Payload.At, _store.All("")));
    }

    [Fact]
    public async Task What_is_over_is_deleted_with_a_record_and_what_is_held_or_kept_longer_stays()
    {
        var planned = (await Later.Custody.PlanDispositionAsync(100, CancellationToken.None)).Planned;
        Assert.Equal(Over(), planned.Select(p => p.ToLocation()).ToHashSet());

        var run = await DisposeAsync(Later);

        Assert.All(run.Results, r => Assert.Equal(DispositionOutcome.Deleted, r.Outcome));
        Assert.Equal(Over(), run.Results.Select(r => new VaultLocation(r.Key, r.Version)).ToHashSet());
        Assert.DoesNotContain(_receipts[0].Payload.At, _store.All(""));
        Assert.Contains(_receipts[1].Payload.At, _store.All(""));
        Assert.Contains(_receipts[2].Payload.At, _store.All(""));
        var state = await Later.Custody.ReadStateAsync(CancellationToken.None);
        var disposed = state.DispositionOf(_receipts[0].Payload.At)
            ?? throw new InvalidOperationException("It is not disposed of.");
        Assert.Equal(["custodian"], disposed.By);
        Assert.Equal(_receipts[0].Digest.ToString(), disposed.Item.Sha256);
        Assert.Equal("default", disposed.Item.Rule);
        Assert.Equal(_receipts[0].Payload.Lock.RetainUntil, disposed.Item.RetainUntil);
        Assert.Equal([_receipts[0].Record.Index], disposed.Item.Records);
        await AssertHoldsAsync();
        var verdict = Assert.Single(await PipelineFixture.VerifyAsync(Later, _receipts[0].Id.ToString()));
        Assert.Equal(run.Intents[0], verdict.DisposedBy);
    }

    [Fact]
    public async Task An_observation_does_not_miss_what_was_disposed_of_and_misses_what_was_only_deleted()
    {
        await Today.Custody.ObserveAsync(100, by: null, progress: null, CancellationToken.None);
        await DisposeAsync(Later);
        Assert.Empty((await Later.Custody.ObserveAsync(100, null, null, CancellationToken.None)).Findings);
        _store.Lose(_receipts[2].Payload.At);

        var found = (await Later.Custody.ObserveAsync(100, null, null, CancellationToken.None)).Findings;

        Assert.Equal([FindingCode.ObjectVanished], found.Select(f => f.Finding));
    }

    [Fact]
    public async Task A_store_that_refuses_is_recorded_and_the_payload_is_asked_for_again()
    {
        _store.RefusesDeletes = true;
        Assert.All((await DisposeAsync(Later)).Results, r => Assert.Equal(DispositionOutcome.Refused, r.Outcome));
        await AssertHoldsAsync();
        _store.RefusesDeletes = false;

        Assert.All((await DisposeAsync(Later)).Results, r => Assert.Equal(DispositionOutcome.Deleted, r.Outcome));
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task A_payload_that_was_deleted_before_its_time_is_no_disposition_whatever_the_ledger_says()
    {
        var (at, until) = (_receipts[2].Payload.At, _receipts[2].Payload.Lock.RetainUntil);
        var item = new DispositionItem(
            at.Key,
            LockMode.Compliance,
            [],
            until.AddYears(-2),
            "audit",
            _receipts[2].Digest.ToString(),
            1,
            at.VersionId);
        await _fixture.AppendFactAsync(
            Today,
            "custodian",
            CustodyKinds.DispositionIntent,
            new DispositionIntent(TimeProvider.System.GetUtcNow(), [item]));
        _store.Lose(at);

        var verdict = Assert.Single(await PipelineFixture.VerifyAsync(Today, _receipts[2].Id.ToString()));

        Assert.Equal(FindingCode.DispositionInvalid, Assert.Single(verdict.Findings).Code);
    }

    [Fact]
    public async Task A_ledger_that_does_not_verify_is_a_reason_to_delete_nothing()
    {
        _store.Corrupt(_receipts[0].Record.Bundle, bytes => bytes[..^10]);

        var error = await Assert.ThrowsAsync<EvidenceException>(() => DisposeAsync(Later));

        Assert.Equal(EvidenceFault.Contradiction, error.Fault);
        Assert.Contains(_receipts[0].Payload.At, _store.All(""));
    }

    [Fact]
    public async Task Who_is_no_custodian_deletes_nothing()
    {
        await Assert.ThrowsAsync<EvidenceException>(() => Later.Custody.DisposeAsync(100, "alice", null, default));

        Assert.Contains(_receipts[0].Payload.At, _store.All(""));
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Whatever_fails_nothing_is_gone_without_a_record_and_the_next_run_completes_it(
        StoreWrite write, StoreFault fault, int times)
    {
        _store.Plan(write, fault, times);
        try
        {
            await DisposeAsync(Later);
        }
        catch (EvidenceException e)
        {
            Assert.True(e.IsTransient, e.Message);
        }

        await AssertHoldsAsync();
        _store.Plan(write, fault, 0);
        await DisposeAsync(Later);
        // A head that lands after that run has looked is an intent that only the run after it sees.
        await DisposeAsync(Later);

        await AssertHoldsAsync();
        Assert.DoesNotContain(_receipts[0].Payload.At, _store.All(""));
        Assert.DoesNotContain(_receipts[3].Payload.At, _store.All(""));
        Assert.Empty((await Later.Custody.ReadStateAsync(CancellationToken.None)).OpenIntents);
    }

    private HashSet<VaultLocation> Over() => [_receipts[0].Payload.At, _receipts[3].Payload.At];

    private static Task<DispositionRun> DisposeAsync(EvidencePipeline pipeline) =>
        pipeline.Custody.DisposeAsync(100, "custodian", progress: null, CancellationToken.None);

    private async Task AssertHoldsAsync() => Assert.All(await PipelineFixture.VerifyAsync(Later), v =>
        Assert.True(v.Holds, string.Join('\n', v.Findings)));
}
