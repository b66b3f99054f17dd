namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>
/// Says of telemetry which environment, account, region and cluster it is from. All of it is known when the collector
/// is configured and given in a variable; instance metadata, which would tell too, is closed to pods.
/// </summary>
public sealed record ResourceDetection() : Processor("resourcedetection")
{
    /// <summary>The variable that holds <c>name=value,…</c>.</summary>
    public const string Attributes = "OTEL_RESOURCE_ATTRIBUTES";

    /// <summary>Only the variable.</summary>
    public IReadOnlyList<string> Detectors { get; } = ["env"];

    /// <summary>Longest time it may take.</summary>
    public string Timeout { get; } = "2s";

    /// <summary>Whatever a sender claims to be, it is where the collector is.</summary>
    public bool Override { get; } = true;
}
