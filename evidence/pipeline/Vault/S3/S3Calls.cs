namespace Evidence.Pipeline.Vault.S3;

/// <summary>Makes one network call within its budget, and says what it means if it fails.</summary>
internal sealed class S3Calls(string store, VaultBudget budget, TimeProvider time)
{
    public S3Faults Faults { get; } = new(budget);

    public VaultBudget Budget => budget;

    /// <summary>
    /// Makes one request. <paramref name="what"/> completes the sentence "Could not …"; the store's name is put after
    /// it.
    /// </summary>
    public async Task<T> MakeAsync<T>(
        string what, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var silence = new CancellationTokenSource(budget.Call, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            return await call(either.Token);
        }
        catch (Exception e) when (S3Faults.IsKnown(e) && !cancellationToken.IsCancellationRequested)
        {
            throw Faults.Of(e, $"{what} in {store}");
        }
        catch (Exception e) when (S3Faults.IsKnown(e) && e is not OperationCanceledException)
        {
            // The SDK wraps a cancellation now and then; the caller asked for it and gets it plainly.
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }
}
