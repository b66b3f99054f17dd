using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Promql;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Stacks.Slos.Metrics;

/// <summary>
/// What postgres_exporter finds when it connects as an application does. RDS itself has no metric that says
/// «reachable».
/// </summary>
internal static class PostgresMetrics
{
    public static Metric Up { get; } = new(
        "pg_up",
        MetricKind.Gauge,
        new(
            "postgres_exporter, one per instance",
            "https://github.com/prometheus-community/postgres_exporter",
            ScrapeTarget.Of(PlatformWorkloads.PostgresExporter)));
}
