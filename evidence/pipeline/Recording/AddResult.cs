namespace Evidence.Pipeline.Recording;

/// <summary>What became of each item: acknowledged, failed, or never begun because something stopped the run.</summary>
/// <param name="Receipts">Acknowledged items, in the order given.</param>
/// <param name="Failures">Items that failed, in the order given.</param>
/// <param name="NotAttempted">Number of items that were not begun or were broken off.</param>
/// <param name="Interrupted">Whether the caller asked to stop.</param>
public sealed record AddResult(
    IReadOnlyList<EvidenceReceipt> Receipts, IReadOnlyList<AddFailure> Failures, int NotAttempted, bool Interrupted)
{
    /// <summary>Whether every item is acknowledged.</summary>
    public bool IsComplete => Failures.Count == 0 && NotAttempted == 0;
}
