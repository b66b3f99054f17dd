namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>A probe of the collector's health.</summary>
public sealed record CollectorProbe
{
    /// <summary>Seconds between two.</summary>
    public required int PeriodSeconds { get; init; }

    /// <summary>How many must fail.</summary>
    public required int FailureThreshold { get; init; }

    /// <summary>Seconds an answer may take.</summary>
    public int TimeoutSeconds { get; } = 3;

    /// <summary>What is asked.</summary>
    public HealthRequest HttpGet { get; } = new(Config.Addresses.HealthPort, "/");

    /// <summary>A request to the pod.</summary>
    /// <param name="Port">The port.</param>
    /// <param name="Path">The path.</param>
    public sealed record HealthRequest(int Port, string Path);
}
