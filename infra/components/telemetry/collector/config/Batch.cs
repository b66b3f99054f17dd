namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Sends in batches: fewer requests, better compressed.</summary>
public sealed record Batch() : Processor("batch")
{
    /// <summary>Items that make a batch.</summary>
    public int SendBatchSize { get; } = 2048;

    /// <summary>Most items of a batch; larger ones are split, as AWS takes requests of a megabyte or so.</summary>
    public int SendBatchMaxSize { get; } = 4096;

    /// <summary>Longest wait for a batch to fill.</summary>
    public string Timeout { get; } = "5s";
}
