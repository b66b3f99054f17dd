namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>A kind of telemetry.</summary>
public enum Signal
{
    /// <summary>Metrics.</summary>
    Metrics,

    /// <summary>Traces.</summary>
    Traces,

    /// <summary>Logs.</summary>
    Logs,
}
