namespace Evidence.Pipeline.Log;

/// <summary>A head as JSON.</summary>
internal sealed record HeadDocument
{
    public const string CurrentSchema = "strata.ledger-head/v1";

    public string Schema { get; init; } = CurrentSchema;

    public required string Checkpoint { get; init; }

    public required long Previous { get; init; }

    public required StagedBatch Batch { get; init; }

    public required HeadLock Lock { get; init; }
}
