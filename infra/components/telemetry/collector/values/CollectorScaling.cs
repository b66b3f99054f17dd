namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>Scaling by load.</summary>
/// <param name="MinReplicas">No fewer.</param>
/// <param name="MaxReplicas">No more.</param>
public sealed record CollectorScaling(int MinReplicas, int MaxReplicas)
{
    /// <summary>On.</summary>
    public bool Enabled { get; } = true;

    /// <summary>Per cent of the processor time given to it.</summary>
    public int TargetCPUUtilizationPercentage { get; } = 70;

    /// <summary>Per cent of the memory given to it; the memory limiter starts to refuse at 55.</summary>
    public int TargetMemoryUtilizationPercentage { get; } = 50;
}
