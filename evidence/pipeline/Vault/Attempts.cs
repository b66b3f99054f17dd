namespace Evidence.Pipeline.Vault;

/// <summary>Runs something as often as the budget allows, within the time it allows.</summary>
internal sealed class Attempts(VaultBudget budget, TimeProvider time)
{
    /// <summary>
    /// Runs <paramref name="attempt"/> until it succeeds or fails for good. It must be safe to run again after a
    /// failure of which nobody knows whether it took effect. <paramref name="size"/> is the bytes that it moves, for
    /// the whole operation's budget; <paramref name="what"/> completes the sentence "Could not …".
    /// </summary>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, long size, string what, CancellationToken cancellationToken)
    {
        var whole = budget.OperationFor(size);
        using var deadline = new CancellationTokenSource(whole, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            for (var (count, pause) = (1, budget.FirstPause); ; count++, pause *= 2)
            {
                try
                {
                    return await attempt(linked.Token);
                }
                catch (EvidenceException e) when (e.IsTransient && count < budget.Attempts)
                {
                    await Task.Delay(pause, time, linked.Token);
                }
            }
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new EvidenceException(
                EvidenceFault.TimedOut,
                $"Could not {what} within {whole.TotalSeconds:0} seconds, all attempts included. "
                + "Check the line to the store and its load, then run the same command again.",
                e);
        }
    }
}
