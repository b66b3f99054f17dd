using Evidence.Pipeline.Flow;

namespace Evidence.Tests.Flow;

public sealed class OrderedTests
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Results_come_in_order_and_no_more_than_allowed_at_once()
    {
        var (running, most) = (0, 0);
        var results = new List<int>();

        await foreach (var result in Numbers(200).SelectParallelAsync(
            8,
            async (n, stop) =>
            {
                var now = Interlocked.Increment(ref running);
                lock (results)
                {
                    most = Math.Max(most, now);
                }

                await Task.Delay(n % 5, stop);
                Interlocked.Decrement(ref running);
                return n;
            },
            CancellationToken.None))
        {
            results.Add(result);
        }

        Assert.Equal(Enumerable.Range(0, 200), results);
        Assert.InRange(most, 2, 8);
    }

    [Fact]
    public async Task A_failure_of_the_work_ends_it() => await Assert.ThrowsAsync<InvalidDataException>(async () =>
    {
        var work = Numbers(100).SelectParallelAsync(
            4, (n, _) => n == 7 ? throw new InvalidDataException() : Task.FromResult(n), CancellationToken.None);
        await foreach (var n in work)
        {
            Assert.InRange(n, 0, 6);
        }
    }).WaitAsync(_soon);

    [Fact]
    public async Task A_failure_of_the_source_ends_it() => await Assert.ThrowsAsync<InvalidDataException>(async () =>
    {
        var work = Numbers(10, failAt: 5).SelectParallelAsync(4, (n, _) => Task.FromResult(n), CancellationToken.None);
        await foreach (var n in work)
        {
            Assert.InRange(n, 0, 4);
        }
    }).WaitAsync(_soon);

    [Fact]
    public async Task A_reader_that_stops_stops_the_work()
    {
        var begun = 0;
        await foreach (var n in Numbers(1_000_000).SelectParallelAsync(
            4,
            (n, _) =>
            {
                Interlocked.Increment(ref begun);
                return Task.FromResult(n);
            },
            CancellationToken.None))
        {
            if (n == 10)
            {
                break;
            }
        }

        Assert.InRange(begun, 11, 100);
    }

    private static async IAsyncEnumerable<int> Numbers(int count, int failAt = -1)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i == failAt ? throw new InvalidDataException() : i;
        }
    }
}
