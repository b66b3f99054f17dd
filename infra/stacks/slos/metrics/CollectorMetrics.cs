using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Promql;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Stacks.Slos.Metrics;

/// <summary>
/// What the OpenTelemetry collector counts about itself. The names end in <c>_total</c> because the chart configures
/// the Prometheus reader itself; the collector's built-in one leaves it out.
/// </summary>
internal static class CollectorMetrics
{
    private static readonly MetricSource _source = new(
        "OpenTelemetry collector, chart key ports.metrics, service.telemetry.metrics.readers as in the chart",
        "https://opentelemetry.io/docs/collector/internal-telemetry/",
        ScrapeTarget.Of(PlatformWorkloads.CollectorAgent),
        ScrapeTarget.Of(PlatformWorkloads.CollectorGateway));

    private static readonly string[] _signals = ["spans", "metric_points", "log_records"];

    public static IReadOnlyList<Metric> Sent { get; } = Counters("sent");

    /// <summary>Given up after the retries.</summary>
    public static IReadOnlyList<Metric> SendFailed { get; } = Counters("send_failed");

    /// <summary>Never queued: the queue was full.</summary>
    public static IReadOnlyList<Metric> EnqueueFailed { get; } = Counters("enqueue_failed");

    private static Metric[] Counters(string what) =>
        [.. _signals.Select(signal =>
            new Metric($"otelcol_exporter_{what}_{signal}_total", MetricKind.Counter, _source))];
}
