namespace Infra.Components.Telemetry.Collector;

/// <summary>Arguments of <see cref="OtelCollector"/>.</summary>
public sealed class OtelCollectorArgs : ResourceArgs
{
    /// <summary>The cluster and what differs between environments.</summary>
    public required CollectorSettings Settings { get; init; }

    /// <summary>Where telemetry is kept.</summary>
    public required Input<CollectorDestinations> Destinations { get; init; }
}
