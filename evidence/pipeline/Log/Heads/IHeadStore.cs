namespace Evidence.Pipeline.Log.Heads;

/// <summary>
/// Where the ledger's head is kept: the one thing that changes, and so the one thing outside the locks. Of every head
/// there is at most one that follows it, whoever asks and however often: that is what keeps the log from forking.
/// </summary>
public interface IHeadStore
{
    /// <summary>For a sentence.</summary>
    string Name { get; }

    /// <summary>
    /// Makes ready to move the head, so that it is known before anything is stored whether that can be.
    /// </summary>
    /// <exception cref="EvidenceException">It cannot.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>The newest head, or null if the log has none.</summary>
    /// <exception cref="EvidenceException">The store cannot be read, or what it holds is no head.</exception>
    Task<LedgerHead?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes <paramref name="successor"/> follow <paramref name="current"/> (null: the log without entries) if nothing
    /// does yet. Safe to ask again after a failure of which nobody knows whether it took effect.
    /// </summary>
    /// <returns>Whether <paramref name="successor"/> follows, by this call or an earlier one.</returns>
    Task<bool> TryMoveAsync(LedgerHead? current, LedgerHead successor, CancellationToken cancellationToken);
}
