namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>The Service in front of the pods.</summary>
/// <param name="InternalTrafficPolicy"><c>Local</c>: to the pod of the caller's node; <c>Cluster</c>: to any.</param>
public sealed record CollectorService(string InternalTrafficPolicy)
{
    /// <summary>There is one: the chart makes none for a daemon set by default.</summary>
    public bool Enabled { get; } = true;

    /// <summary>Inside the cluster only.</summary>
    public string Type { get; } = "ClusterIP";
}
