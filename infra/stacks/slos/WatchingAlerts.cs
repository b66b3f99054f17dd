using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Promql;
using Infra.Stacks.Slos.Metrics;

namespace Infra.Stacks.Slos;

/// <summary>What watches the watching: without these, silence would look like health.</summary>
internal static class WatchingAlerts
{
    private const string Service = "observability";

    public static IReadOnlyList<PlatformAlert> All { get; } =
    [
        new(
            "Watchdog",
            "vector(1)",
            For: null,
            Severity.Heartbeat,
            Service,
            Owners.Platform,
            "Always fires: whoever misses it knows that alerts no longer arrive",
            "watchdog"),
        new(
            "RuleEvaluationFailing",
            $"sum(increase({PrometheusMetrics.RuleFailures}[10m])) > 0",
            PromDuration.Minutes(10),
            Severity.Page,
            Service,
            Owners.Platform,
            "Prometheus cannot evaluate a rule, so an alert may be missing",
            "rule-evaluation-failing"),
        new(
            "NotificationsFailing",
            $"sum by (integration) (increase({PrometheusMetrics.NotificationFailures}[10m])) > 0",
            PromDuration.Minutes(10),
            Severity.Page,
            Service,
            Owners.Platform,
            "Alertmanager cannot deliver through one of its ways",
            "notifications-failing"),
    ];
}
