using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Promql;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Stacks.Slos.Metrics;

internal static class PrometheusMetrics
{
    public static Metric RuleFailures { get; } = new(
        "prometheus_rule_evaluation_failures_total",
        MetricKind.Counter,
        new(
            "Prometheus itself",
            "https://github.com/prometheus/prometheus/blob/main/rules/group.go",
            ScrapeTarget.Of(PlatformWorkloads.Prometheus)));

    public static Metric NotificationFailures { get; } = new(
        "alertmanager_notifications_failed_total",
        MetricKind.Counter,
        new(
            "Alertmanager itself",
            "https://github.com/prometheus/alertmanager/blob/main/notify/notify.go",
            ScrapeTarget.Of(PlatformWorkloads.Alertmanager)));
}
