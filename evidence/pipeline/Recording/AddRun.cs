namespace Evidence.Pipeline.Recording;

/// <summary>What has become of each item so far.</summary>
internal sealed class AddRun(int total, IProgress<AddProgress>? progress)
{
    private readonly EvidenceReceipt?[] _receipts = new EvidenceReceipt?[total];
    private readonly AddFailure?[] _failures = new AddFailure?[total];
    private int _stored;
    private int _acknowledged;

    public void Stored()
    {
        Interlocked.Increment(ref _stored);
        Report();
    }

    public void Acknowledged(int index, EvidenceReceipt receipt)
    {
        _receipts[index] = receipt;
        Interlocked.Increment(ref _acknowledged);
        Report();
    }

    public void Failed(PlannedItem planned, EvidenceException reason) =>
        _failures[planned.Index] = new AddFailure(planned.Item.Name, reason);

    public AddResult ToResult(bool interrupted)
    {
        EvidenceReceipt[] receipts = [.. _receipts.OfType<EvidenceReceipt>()];
        AddFailure[] failures = [.. _failures.OfType<AddFailure>()];
        return new AddResult(receipts, failures, total - receipts.Length - failures.Length, interrupted);
    }

    private void Report() => progress?.Report(new AddProgress(_stored, _acknowledged, total));
}
