using Evidence.Pipeline.Sources;

namespace Evidence.Tests.Sources;

public sealed class ByteBudgetTests
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task What_is_held_never_exceeds_the_budget_and_everyone_gets_their_turn()
    {
        var budget = new ByteBudget(100);
        var (held, most) = (0L, 0L);
        await Parallel.ForAsync(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, stop) =>
        {
            var bytes = (i * 7919 % 130) + 1;
            using var share = await budget.TakeAsync(bytes, stop).WaitAsync(_soon, stop);
            var now = Interlocked.Add(ref held, Math.Min(bytes, 100));
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Add(ref held, -Math.Min(bytes, 100));
        });

        Assert.InRange(most, 1, 100);
    }

    [Fact]
    public async Task A_large_one_is_not_starved_and_one_that_gives_up_does_not_block_the_rest()
    {
        var budget = new ByteBudget(10);
        var first = await budget.TakeAsync(8, CancellationToken.None);
        using var giveUp = new CancellationTokenSource();
        var abandoned = budget.TakeAsync(10, giveUp.Token);
        var behind = budget.TakeAsync(1, CancellationToken.None);
        Assert.False(behind.IsCompleted);

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        first.Dispose();

        (await behind.WaitAsync(_soon)).Dispose();
        (await budget.TakeAsync(10, CancellationToken.None).WaitAsync(_soon)).Dispose();
    }

    private static void InterlockedMax(ref long target, long value)
    {
        for (var seen = Interlocked.Read(ref target); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            seen = before == seen ? value : before;
        }
    }
}
