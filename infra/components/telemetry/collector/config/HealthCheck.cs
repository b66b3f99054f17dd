namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Answers the probes of the chart, which does without it no longer than until the first probe.</summary>
public sealed record HealthCheck() : Extension("health_check")
{
    /// <summary>Where it listens.</summary>
    public string Endpoint { get; } = Addresses.On(Addresses.HealthPort);
}
