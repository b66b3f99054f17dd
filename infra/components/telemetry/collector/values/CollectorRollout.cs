namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>How pods are replaced.</summary>
/// <param name="RollingUpdate">How many at a time.</param>
public sealed record CollectorRollout(CollectorRollout.Pace RollingUpdate)
{
    /// <summary>A few at a time.</summary>
    public string Strategy { get; } = "RollingUpdate";

    /// <summary>So many per cent of the pods at a time.</summary>
    /// <param name="missing">How many may be missing.</param>
    /// <param name="more">How many more there may be; 0 for a daemon set, which the other must not be then.</param>
    public static CollectorRollout PerCent(int missing, int more) => new(new Pace($"{missing}%", $"{more}%"));

    /// <summary>How many at a time, in per cent: a plain number in quotes is refused by Kubernetes.</summary>
    /// <param name="MaxUnavailable">How many may be missing.</param>
    /// <param name="MaxSurge">How many more there may be.</param>
    public sealed record Pace(string MaxUnavailable, string MaxSurge);
}
