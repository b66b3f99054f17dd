using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Promql;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Stacks.Slos.Metrics;

/// <summary>What the Temporal server counts; the chart's tally reporter adds no prefix and no <c>_total</c>.</summary>
internal static class TemporalMetrics
{
    private static readonly MetricSource _source = new(
        "Temporal server, chart key server.metrics, timerType histogram",
        "https://github.com/temporalio/temporal/blob/main/common/metrics/metric_defs.go",
        [.. PlatformWorkloads.TemporalServices.Select(ScrapeTarget.Of)]);

    public static Metric ActivitySuccess { get; } = new("activity_success", MetricKind.Counter, _source);

    /// <summary>Failed for good: retries are over.</summary>
    public static Metric ActivityFail { get; } = new("activity_fail", MetricKind.Counter, _source);

    /// <summary>Timed out for good.</summary>
    public static Metric ActivityTimeout { get; } = new("activity_timeout", MetricKind.Counter, _source);

    public static Metric ServiceRequests { get; } = new("service_requests", MetricKind.Counter, _source);

    /// <summary>Unexpected errors only; what a caller did wrong is counted elsewhere.</summary>
    public static Metric ServiceErrors { get; } = new("service_errors", MetricKind.Counter, _source);

    /// <summary>
    /// In seconds, whatever the unit of the server's bounds is called. Source: common/metrics/config.go.
    /// </summary>
    public static HistogramMetric ScheduleToStart { get; } = new(
        "task_schedule_to_start_latency",
        [
            0.001m, 0.002m, 0.005m, 0.01m, 0.02m, 0.05m, 0.1m, 0.2m, 0.5m,
            1m, 2m, 5m, 10m, 20m, 50m, 100m, 200m, 500m, 1000m,
        ],
        _source);
}
