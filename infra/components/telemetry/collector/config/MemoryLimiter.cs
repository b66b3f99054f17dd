namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Refuses data before the memory is used up: senders try again, and no killed pod loses any.</summary>
public sealed record MemoryLimiter() : Processor("memory_limiter")
{
    /// <summary>How often memory is measured.</summary>
    public string CheckInterval { get; } = "1s";

    /// <summary>Per cent of the container's limit from which on everything is refused.</summary>
    public int LimitPercentage { get; } = 80;

    /// <summary>Per cent of the limit, below that, from which on some is refused.</summary>
    public int SpikeLimitPercentage { get; } = 25;
}
