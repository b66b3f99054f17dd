namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>
/// How many pods may be missing at a time. The chart renders an empty budget for one without a number, and drops a
/// minimum of 0: so it is always the number that may be missing.
/// </summary>
/// <param name="MaxUnavailable">How many; 1 or more, or no node could ever be emptied.</param>
public sealed record CollectorDisruption(int MaxUnavailable)
{
    /// <summary>On.</summary>
    public bool Enabled { get; } = true;
}
