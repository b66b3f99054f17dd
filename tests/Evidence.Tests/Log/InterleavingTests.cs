using System.Collections.Concurrent;
using Evidence.Ledger;
using Evidence.Pipeline;
using Evidence.Tests.Vault;
using FsCheck;
using FsCheck.Fluent;

namespace Evidence.Tests.Log;

/// <summary>Several writers, in any order of their requests, with faults and with crashes: one log.</summary>
public sealed class InterleavingTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Any_interleaving_of_writers_faults_and_crashes_makes_one_log_with_all_that_was_acknowledged() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed => RunAsync(seed).WaitAsync(TimeSpan.FromMinutes(2)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        using var store = new StrictMemoryStore
        {
            HasSeveralWriters = true,
            Turn = () => Task.Delay(Next(4) == 0 ? 1 : 0),
        };
        foreach (var write in Enum.GetValues<StoreWrite>().Where(_ => Next(3) == 0))
        {
            store.Plan(write, Enum.GetValues<StoreFault>()[Next(5)], times: Next(3));
        }

        var acknowledged = new ConcurrentDictionary<Sha256Hash, long>();
        await Task.WhenAll(Enumerable.Range(0, 2 + Next(3)).Select(WriteAsync));
        await AssertOneLogAsync(store, acknowledged);

        async Task WriteAsync(int writer)
        {
            for (var turn = 0; turn < 3; turn++)
            {
                using var crash = new CancellationTokenSource(Next(3) == 0 ? Next(60) : Timeout.Infinite);
                var items = Enumerable.Range(0, 1 + Next(4)).Select(i => PipelineFixture.Item($"{writer}/{turn}/{i}"));
                try
                {
                    var result = await _fixture.On(store).AddAsync([.. items], progress: null, crash.Token);
                    foreach (var receipt in result.Receipts)
                    {
                        Assert.True(acknowledged.TryAdd(receipt.Id, receipt.Record.Index));
                    }
                }
                catch (Exception e) when (e is OperationCanceledException or EvidenceException { IsTransient: true })
                {
                    // Crashed, or the store failed too often: nothing of it is acknowledged.
                }
            }
        }

        int Next(int limit)
        {
            lock (random)
            {
                return random.Next(limit);
            }
        }
    }

    private async Task AssertOneLogAsync(StrictMemoryStore store, ConcurrentDictionary<Sha256Hash, long> acknowledged)
    {
        foreach (var write in Enum.GetValues<StoreWrite>())
        {
            store.Plan(write, StoreFault.Failed, times: 0);
        }

        // A restart needs no repair: whoever appends next completes what is left.
        var last = await _fixture.On(store).AddAsync(PipelineFixture.Item("last"), CancellationToken.None);
        acknowledged[last.Id] = last.Record.Index;

        store.AssertNoViolation();
        var verdicts = await PipelineFixture.VerifyAsync(_fixture.On(store));
        Assert.All(verdicts, v => Assert.True(v.Holds, string.Join('\n', v.Findings)));
        Assert.Equal(Enumerable.Range(0, verdicts.Count).Select(i => (long)i), verdicts.Select(v => v.Place.Index));
        var there = verdicts.ToDictionary(v => v.Record?.Id ?? default, v => v.Place.Index);
        Assert.Equal(verdicts.Count, there.Count);
        Assert.All(acknowledged, a => Assert.Equal(a.Value, there[a.Key]));
        Assert.Equal(last.Record.Index, verdicts.Count - 1);
    }
}
