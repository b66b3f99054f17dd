namespace Evidence.Pipeline.Sources;

/// <summary>
/// Bounds the bytes held in memory at once, however many items are in flight: many small ones, or one large.
/// First come, first served, so that a large one is not starved by small ones.
/// </summary>
internal sealed class ByteBudget(long total)
{
    private readonly Lock _gate = new();
    private readonly Queue<(long Bytes, TaskCompletionSource Granted)> _waiting = [];
    private readonly long _total = total;
    private long _free = total;

    /// <summary>Waits until <paramref name="bytes"/>, or the whole budget if that is less, can be held.</summary>
    public async Task<IDisposable> TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        var share = Math.Min(bytes, _total);
        var granted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((share, granted));
            Grant();
        }

        await using var registration = cancellationToken.Register(() => granted.TrySetCanceled(cancellationToken));
        await granted.Task;
        return new Share(this, share);
    }

    private void Release(long share)
    {
        lock (_gate)
        {
            _free += share;
            Grant();
        }
    }

    private void Grant()
    {
        while (_waiting.TryPeek(out var first) && (first.Bytes <= _free || first.Granted.Task.IsCanceled))
        {
            _waiting.Dequeue();
            if (first.Granted.TrySetResult())
            {
                _free -= first.Bytes;
            }
        }
    }

    private sealed class Share(ByteBudget budget, long bytes) : IDisposable
    {
        private long _held = bytes;

        public void Dispose() => budget.Release(Interlocked.Exchange(ref _held, 0));
    }
}
