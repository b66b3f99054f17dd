using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Evidence.Pipeline.Flow;

/// <summary>
/// Works on several items at once and hands out the results in the items' order, holding few of them.
/// </summary>
internal static class Ordered
{
    public static async IAsyncEnumerable<TResult> SelectParallelAsync<T, TResult>(
        this IAsyncEnumerable<T> items,
        int degree,
        Func<T, CancellationToken, Task<TResult>> work,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // One result is with the reader and one task waits to be written: the channel holds the rest.
        var running = Channel.CreateBounded<Task<TResult>>(Math.Max(1, degree - 2));
        var feeding = FeedAsync();
        try
        {
            await foreach (var task in running.Reader.ReadAllAsync(cancellationToken))
            {
                yield return await task;
            }

            await feeding;
        }
        finally
        {
            await stop.CancelAsync();
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Thrown above, or no longer wanted.
            while (running.Reader.TryRead(out var task))
            {
                await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        async Task FeedAsync()
        {
            try
            {
                await foreach (var item in items.WithCancellation(stop.Token))
                {
                    await running.Writer.WriteAsync(work(item, stop.Token), stop.Token);
                }
            }
            finally
            {
                running.Writer.TryComplete();
            }
        }
    }
}
