namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>What waits to be sent, in memory.</summary>
public sealed record SendingQueue
{
    /// <summary>Batches that may wait; what comes then is refused, and counted.</summary>
    public int QueueSize { get; } = 1000;

    /// <summary>How many are sent at a time.</summary>
    public int NumConsumers { get; } = 10;
}
