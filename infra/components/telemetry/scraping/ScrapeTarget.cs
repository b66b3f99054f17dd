using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Telemetry.Scraping;

/// <summary>A port of a workload that Prometheus reads metrics from, on each of its pods.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Port">One of its ports.</param>
public sealed record ScrapeTarget(Workload Workload, Port Port)
{
    /// <summary>The workload's port for metrics, or its only one that tells of itself.</summary>
    /// <exception cref="ArgumentException">The workload has no such port.</exception>
    public static ScrapeTarget Of(Workload workload) => new(
        workload,
        workload.Ports.SingleOrDefault(port => port.Name is PlatformPorts.MetricsName)
            ?? workload.Ports.FirstOrDefault(port =>
                port == PlatformPorts.PrometheusApi || port == PlatformPorts.AlertmanagerApi)
            ?? throw new ArgumentException(
                $"The workload '{workload.Name}' has no port '{PlatformPorts.MetricsName}', so nothing can be read "
                + "from it: declare one.",
                nameof(workload)));

    /// <summary>What the service sent by OTLP, which the gateway exposes.</summary>
    public static ScrapeTarget Exported { get; } = new(
        PlatformWorkloads.CollectorGateway,
        PlatformWorkloads.CollectorGateway.Ports.Single(port => port.Name is PlatformWorkloads.ExportedName));

    /// <summary>Name of the job.</summary>
    public string Job => IsExported ? $"{Workload.Name}-{Port.Name}" : Workload.Name;

    /// <summary>Whether this is <see cref="Exported"/>, which is in AMP already when it is read here.</summary>
    public bool IsExported => Port.Name is PlatformWorkloads.ExportedName;

    /// <summary>
    /// Whether its metrics tell of others, whose namespace, pod or job they name themselves; Prometheus would put the
    /// names of the pod that it reads from in their place.
    /// </summary>
    public bool TellsOfOthers => IsExported || Workload == PlatformWorkloads.KubeStateMetrics
        || Workload == PlatformWorkloads.CertManager || Workload == PlatformWorkloads.ArgoRollouts
        || Workload == PlatformWorkloads.CloudWatchExporter;
}
