namespace Evidence.Pipeline.Flow;

/// <summary>Lets one caller at a time through per key, and any number for different keys.</summary>
internal sealed class OneAtATime<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, (SemaphoreSlim Turn, int Users)> _turns = [];

    public async Task<T> RunAsync<T>(TKey key, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        SemaphoreSlim turn;
        lock (_turns)
        {
            var (found, users) = _turns.GetValueOrDefault(key, (new SemaphoreSlim(1), 0));
            _turns[key] = (turn = found, users + 1);
        }

        try
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                return await work();
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Leave(key);
        }
    }

    private void Leave(TKey key)
    {
        lock (_turns)
        {
            var (turn, users) = _turns[key];
            if (users > 1)
            {
                _turns[key] = (turn, users - 1);
                return;
            }

            _turns.Remove(key);
            turn.Dispose();
        }
    }
}
