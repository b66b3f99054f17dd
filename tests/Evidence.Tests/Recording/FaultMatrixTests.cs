using Evidence.Pipeline;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Verification;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Recording;

/// <summary>
/// {each write} × {failed, failed but persisted, lands late, slow, lost mid-body}, passing and lasting.
/// </summary>
public sealed class FaultMatrixTests : IDisposable
{
    private const int Lasting = 1000;

    private readonly PipelineFixture _fixture = new();

    public static TheoryData<StoreWrite, StoreFault, bool> Matrix()
    {
        var data = new TheoryData<StoreWrite, StoreFault, bool>();
        foreach (var write in Enum.GetValues<StoreWrite>().Where(w => w is not (StoreWrite.Lift or StoreWrite.Delete)))
        {
            foreach (var fault in Enum.GetValues<StoreFault>())
            {
                // A store that takes locks with the write, and one that must be asked for each afterwards.
                data.Add(write, fault, false);
                data.Add(write, fault, true);
            }
        }

        return data;
    }

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_fault_that_passes_costs_nothing_but_time(
        StoreWrite write, StoreFault fault, bool locksAfterwards)
    {
        using var store = new StrictMemoryStore { IgnoresLocksOfWrites = locksAfterwards };
        var pipeline = _fixture.On(store);
        store.Plan(write, fault, times: 1);

        var result = await pipeline.AddAsync(Items(), progress: null, CancellationToken.None);

        Assert.True(result.IsComplete, string.Join('\n', result.Failures.Select(f => f.Reason.Message)));
        await AssertAcknowledgedHoldsAsync(store, pipeline, result.Receipts);
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_fault_that_lasts_acknowledges_nothing_false_and_the_next_run_completes_it(
        StoreWrite write, StoreFault fault, bool locksAfterwards)
    {
        using var store = new StrictMemoryStore { IgnoresLocksOfWrites = locksAfterwards };
        var pipeline = _fixture.On(store);
        store.Plan(write, fault, Lasting);

        var result = await pipeline.AddAsync(Items(), progress: null, CancellationToken.None);
        await AssertAcknowledgedHoldsAsync(store, pipeline, result.Receipts);
        Assert.All(result.Failures, f => Assert.True(f.Reason.IsTransient));

        store.Plan(write, fault, times: 0);
        var again = await pipeline.AddAsync(Items(), progress: null, CancellationToken.None);
        Assert.True(again.IsComplete, string.Join('\n', again.Failures.Select(f => f.Reason.Message)));
        Assert.Equal(Items().Count, again.Receipts.Count);
        await AssertAcknowledgedHoldsAsync(store, pipeline, again.Receipts);
    }

    private static List<EvidenceItem> Items() =>
        [.. Enumerable.Range(0, 5).Select(i => PipelineFixture.Item($"item {i}") with { Hold = i == 3 })];

    /// <summary>
    /// Whatever is acknowledged verifies, and the store saw nothing that it must never see. What is not acknowledged
    /// may have been left without its lock, and only on a store that takes locks afterwards; verification says so.
    /// </summary>
    private static async Task AssertAcknowledgedHoldsAsync(
        StrictMemoryStore store, EvidencePipeline pipeline, IReadOnlyList<EvidenceReceipt> receipts)
    {
        var acknowledged = receipts.Select(r => r.Id).ToHashSet();
        var batches = receipts.Select(r => r.Record.Bundle).ToHashSet();
        var verdicts = await PipelineFixture.VerifyAsync(pipeline);
        Assert.Superset(acknowledged, verdicts.Select(v => v.Record?.Id ?? default).ToHashSet());
        foreach (var verdict in verdicts.Where(v => !v.Holds))
        {
            var reasons = string.Join('\n', verdict.Findings.Select(f => f.Reason));
            Assert.True(store.IgnoresLocksOfWrites && !batches.Contains(verdict.Place.Bundle), reasons);
            Assert.All(verdict.Findings, f => Assert.True(
                f.Code is FindingCode.LockWeaker or FindingCode.HoldMissing, reasons));
        }

        store.AssertNoViolation();
    }
}
