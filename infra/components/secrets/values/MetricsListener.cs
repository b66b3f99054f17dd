namespace Infra.Components.Secrets.Values;

/// <summary>Where metrics are read.</summary>
internal sealed record MetricsListener(ListenPort Listen)
{
    /// <summary>The port that the declared flows open to Prometheus.</summary>
    public static MetricsListener Of(Flows.Workload workload) =>
        new(new ListenPort(workload.PortNamed(Flows.Catalogue.PlatformPorts.MetricsName).Number));
}
