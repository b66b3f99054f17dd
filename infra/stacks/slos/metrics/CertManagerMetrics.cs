using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Promql;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Stacks.Slos.Metrics;

internal static class CertManagerMetrics
{
    /// <summary>Seconds since 1970; 0 for a certificate that was never issued.</summary>
    public static Metric Expiration { get; } = new(
        "certmanager_certificate_expiration_timestamp_seconds",
        MetricKind.Gauge,
        new("cert-manager controller",
            "https://github.com/cert-manager/cert-manager/blob/master/pkg/metrics/metrics.go",
            ScrapeTarget.Of(PlatformWorkloads.CertManager)));
}
