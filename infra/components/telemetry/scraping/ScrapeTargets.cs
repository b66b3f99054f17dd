using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Telemetry.Scraping;

/// <summary>Everything that Prometheus reads: each declared port for metrics, what was exported, and itself.</summary>
public static class ScrapeTargets
{
    /// <summary>The targets, by the name of their job.</summary>
    public static IReadOnlyList<ScrapeTarget> All { get; } =
    [
        .. PlatformWorkloads.All.Where(w => w.Ports.Any(p => p.Name is PlatformPorts.MetricsName))
            .Append(PlatformWorkloads.Prometheus)
            .Append(PlatformWorkloads.Alertmanager)
            .Select(ScrapeTarget.Of)
            .Append(ScrapeTarget.Exported)
            .OrderBy(target => target.Job, StringComparer.Ordinal),
    ];
}
