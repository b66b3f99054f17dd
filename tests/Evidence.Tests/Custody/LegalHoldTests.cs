using Evidence.Pipeline;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Custody.Holding;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Custody;

/// <summary>Holds and releases: who may, what is written first, and what a fault leaves.</summary>
public sealed class LegalHoldTests : IAsyncLifetime, IDisposable
{
    private const int Lasting = 1000;

    private readonly PipelineFixture _fixture = new();
    private readonly StrictMemoryStore _store = new();
    private IReadOnlyList<EvidenceReceipt> _receipts = [];

    private EvidencePipeline Pipeline => _fixture.On(_store);

    private EvidenceReceipt Victim => _receipts[1];

    private string VictimId => Victim.Id.ToString();

    public static TheoryData<StoreWrite, StoreFault, int> Matrix()
    {
        var data = new TheoryData<StoreWrite, StoreFault, int>();
        var writes = Enum.GetValues<StoreWrite>().Where(w => w is not (StoreWrite.Delete or StoreWrite.Retention));
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
        _receipts = (await Pipeline.AddAsync(
            [.. Enumerable.Range(0, 3).Select(i => PipelineFixture.Item($"item {i}"))],
            progress: null,
            CancellationToken.None)).Receipts;
        await _fixture.KeyAsync("alice", KeyRole.HoldOfficer, KeyRole.Log);
        await _fixture.KeyAsync("bob", KeyRole.HoldOfficer);
        await _fixture.KeyAsync("carol", KeyRole.Writer, KeyRole.Log);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _store.AssertNoViolation();
        _fixture.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task A_hold_is_set_and_recorded_and_a_release_by_somebody_else_lifts_it()
    {
        var placed = await HoldAsync();

        Assert.True(await IsHeldAsync());
        Assert.Equal(Victim.Record.Index, placed.Hold.Record);
        Assert.All(placed.Hold.Objects, o => Assert.True(Head(o.ToLocation()).Lock.Hold));
        Assert.Contains(placed.Hold.Objects, o => o.Key.StartsWith("ledger/tile/entries/", StringComparison.Ordinal));
        await AssertHoldsAsync();

        var released = await ReleaseAsync(placed);

        Assert.False(await IsHeldAsync());
        Assert.Equal([Victim.Payload.At], released.Free);
        Assert.Empty(released.StillHeld);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Evidence_that_was_added_under_a_hold_is_released_by_somebody_else_too()
    {
        var receipt = await Pipeline.AddAsync(
            PipelineFixture.Item("held") with { Hold = true }, CancellationToken.None);

        await Pipeline.Custody.ReleaseAsync(receipt.Id.ToString(), "over", "bob", CancellationToken.None);

        Assert.False(Head(receipt.Payload.At).Lock.Hold);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Nobody_releases_their_own_hold_and_nothing_changes()
    {
        var placed = await HoldAsync();
        var before = _store.All("");

        var error = await Assert.ThrowsAsync<EvidenceException>(() => ReleaseAsync(placed, by: "alice"));

        Assert.Contains("nobody releases their own", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, _store.All(""));
        Assert.True(await IsHeldAsync());
    }

    [Fact]
    public async Task A_second_key_of_the_same_person_is_the_same_person()
    {
        var placed = await HoldAsync();
        await _fixture.KeyAsync("alice-two", "alice", KeyRole.HoldOfficer);

        await Assert.ThrowsAsync<EvidenceException>(() => ReleaseAsync(placed, by: "alice-two"));
    }

    [Theory]
    [InlineData("carol")]
    [InlineData("nobody")]
    public async Task Who_may_not_hold_is_refused_before_anything_is_written(string by)
    {
        var before = _store.Puts;

        await Assert.ThrowsAsync<EvidenceException>(() => HoldAsync(by));

        Assert.Equal(before, _store.Puts);
        Assert.False(await IsHeldAsync());
    }

    [Fact]
    public async Task A_version_stays_held_as_long_as_another_hold_is_on_it()
    {
        var one = await HoldAsync();
        var other = await HoldAsync(matter: "another matter");

        Assert.Equal([Victim.Payload.At], (await ReleaseAsync(one)).StillHeld);
        Assert.True(await IsHeldAsync());
        await AssertHoldsAsync();

        await ReleaseAsync(other);
        Assert.False(await IsHeldAsync());
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Run_again_nothing_is_recorded_twice()
    {
        var placed = await HoldAsync();
        Assert.True((await HoldAsync()).AlreadyRecorded);
        await ReleaseAsync(placed);

        Assert.True((await ReleaseAsync(placed)).AlreadyRecorded);
        var state = await Pipeline.Custody.ReadStateAsync(CancellationToken.None);
        Assert.Single(state.Holds);
        Assert.Equal(5, state.Size);
    }

    [Fact]
    public async Task A_hold_that_vanished_without_its_release_is_found_by_verification()
    {
        await HoldAsync();
        _store.Relock(Victim.Payload.At, Victim.Payload.Lock);

        var verdict = Assert.Single(await PipelineFixture.VerifyAsync(Pipeline), v => !v.Holds);

        Assert.Equal(CustodyKinds.LegalHold, verdict.Record?.Predicate.Kind);
        Assert.Equal(FindingCode.HoldMissing, Assert.Single(verdict.Findings).Code);
    }

    [Fact]
    public async Task A_release_by_whoever_put_the_hold_on_does_not_count_however_it_came_into_the_ledger()
    {
        var placed = await HoldAsync();
        await _fixture.AppendFactAsync(
            Pipeline,
            "alice",
            CustodyKinds.LegalHoldRelease,
            new LegalHoldRelease(placed.Index, placed.Hold.Objects, "because", placed.Hold.Matter));
        _store.Relock(Victim.Payload.At, Victim.Payload.Lock);

        var codes = (await PipelineFixture.VerifyAsync(Pipeline)).SelectMany(v => v.Findings).Select(f => f.Code);

        Assert.Equal([FindingCode.HoldMissing, FindingCode.ReleaseInvalid], codes.Order());
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Whatever_fails_a_recorded_hold_is_set_and_a_lifted_one_released_and_the_next_run_completes_it(
        StoreWrite write, StoreFault fault, int times)
    {
        _store.Plan(write, fault, times);
        await TryAsync(() => HoldAsync());
        await AssertNothingFalseAsync();
        _store.Plan(write, fault, 0);
        var placed = await HoldAsync();
        Assert.True(await IsHeldAsync());

        _store.Plan(write, fault, times);
        await TryAsync(() => ReleaseAsync(placed));
        await AssertNothingFalseAsync();
        _store.Plan(write, fault, 0);
        Assert.Equal([Victim.Payload.At], (await ReleaseAsync(placed)).Free);

        await AssertNothingFalseAsync();
        var state = await Pipeline.Custody.ReadStateAsync(CancellationToken.None);
        Assert.All(state.Holds, h => Assert.NotNull(h.ReleasedBy));
        // Only a head that lands after the next run has looked leaves the hold in the ledger twice: as one hold.
        Assert.InRange(state.Holds.Count, 1, fault is StoreFault.TimedOutAndLandsLate ? 2 : 1);
    }

    /// <summary>At no moment is a recorded hold off, or a hold off without a release.</summary>
    private async Task AssertNothingFalseAsync()
    {
        var state = await Pipeline.Custody.ReadStateAsync(CancellationToken.None);
        foreach (var hold in state.Holds.Where(h => h.ReleasedBy is null))
        {
            Assert.All(hold.Objects, o => Assert.True(Head(o.ToLocation()).Lock.Hold));
        }

        await AssertHoldsAsync();
    }

    private static async Task TryAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (EvidenceException e)
        {
            Assert.True(e.IsTransient, e.Message);
        }
    }

    private async Task AssertHoldsAsync() => Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v =>
        Assert.True(v.Holds, string.Join('\n', v.Findings)));

    private StoredVersion Head(VaultLocation at) => _store.HeadAsync(at, CancellationToken.None).Result;

    private async Task<bool> IsHeldAsync() =>
        (await _store.HeadAsync(Victim.Payload.At, CancellationToken.None)).Lock.Hold;

    private Task<HoldReceipt> HoldAsync(string by = "alice", string matter = "case 7") =>
        Pipeline.Custody.HoldAsync(VictimId, matter, "asked for by counsel", by, CancellationToken.None);

    private async Task<ReleaseReceipt> ReleaseAsync(HoldReceipt placed, string by = "bob")
    {
        await foreach (var batch in Pipeline.ReadAsync(CancellationToken.None))
        {
            if (batch.Records.FirstOrDefault(r => r.Place.Index == placed.Index) is { } record)
            {
                return await Pipeline.Custody.ReleaseAsync(
                    record.Id.ToString(), "it is over", by, CancellationToken.None);
            }
        }

        throw new InvalidOperationException("The hold is not in the ledger.");
    }
}
