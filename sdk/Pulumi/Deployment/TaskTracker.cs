namespace Pulumi;

/// <summary>Watches everything that a program has started and nobody may be awaiting.</summary>
internal sealed class TaskTracker
{
    private readonly Lock _lock = new();
    private readonly Queue<Exception> _failures = new();
    private int _running;
    private TaskCompletionSource? _changed;

    public void Watch(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_lock)
        {
            _running++;
        }

        _ = task.ContinueWith(
            Completed, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>The failures as they come, until nothing is running any more.</summary>
    public async IAsyncEnumerable<Exception> FailuresUntilIdleAsync()
    {
        while (true)
        {
            Exception? failure;
            Task change;
            lock (_lock)
            {
                if (!_failures.TryDequeue(out failure) && _running == 0)
                {
                    yield break;
                }

                change = failure is null ? (_changed ??= NewSignal()).Task : Task.CompletedTask;
            }

            await change.ConfigureAwait(false);
            if (failure is not null)
            {
                yield return failure;
            }
        }
    }

    /// <summary>The waiting side must not run on the thread that completes a task, which may hold anything.</summary>
    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Completed(Task task)
    {
        lock (_lock)
        {
            _running--;
            if (task.IsCanceled)
            {
                _failures.Enqueue(new TaskCanceledException(task));
            }

            foreach (var failure in task.Exception?.InnerExceptions ?? [])
            {
                _failures.Enqueue(failure);
            }

            if (_running == 0 || _failures.Count > 0)
            {
                _changed?.TrySetResult();
                _changed = null;
            }
        }
    }
}
