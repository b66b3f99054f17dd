namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>How often something that failed is sent again.</summary>
public sealed record RetryOnFailure
{
    /// <summary>First pause; it doubles.</summary>
    public string InitialInterval { get; } = "1s";

    /// <summary>Longest pause.</summary>
    public string MaxInterval { get; } = "30s";

    /// <summary>When it is given up, and counted as failed.</summary>
    public string MaxElapsedTime { get; } = "5m";
}
