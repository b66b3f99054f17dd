using Infra.Components.Observability.Promql;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Stacks.Slos.Metrics;

/// <summary>
/// What ASP.NET Core measures by itself, sent by OTLP and exposed by the collector's gateway. That port is scraped with
/// <c>honorLabels</c>, or <c>job</c> would be the collector's own.
/// </summary>
internal static class ApiMetrics
{
    /// <summary><c>service.namespace/service.name</c> becomes the label <c>job</c>.</summary>
    public const string Job = "strata/api";

    private static readonly MetricSource _source = new(
        "ASP.NET Core's meter Microsoft.AspNetCore.Hosting, instrument http.server.request.duration",
        "https://learn.microsoft.com/aspnet/core/log-mon/metrics/built-in",
        ScrapeTarget.Exported);

    /// <summary>The bounds are the instrument's own advice, those of the semantic convention.</summary>
    public static HistogramMetric RequestDuration { get; } = new(
        "http_server_request_duration_seconds",
        [0.005m, 0.01m, 0.025m, 0.05m, 0.075m, 0.1m, 0.25m, 0.5m, 0.75m, 1m, 2.5m, 5m, 7.5m, 10m],
        _source);

    /// <summary>
    /// Requests of people and programs; the cluster's own probes would hide an outage behind their number.
    /// </summary>
    public static Series Requests { get; } = RequestDuration.Where(
        LabelMatcher.Is("job", Job), new LabelMatcher("http_route", "!~", "/(health|live|ready)[a-z]*"));
}
