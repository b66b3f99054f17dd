using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Promql;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Stacks.Slos.Metrics;

internal static class RolloutMetrics
{
    /// <summary>1 for each rollout, its label <c>phase</c> says how it is.</summary>
    public static Metric Info { get; } = new(
        "rollout_info",
        MetricKind.Gauge,
        new("Argo Rollouts controller",
            "https://github.com/argoproj/argo-rollouts/blob/master/controller/metrics/prommetrics.go",
            ScrapeTarget.Of(PlatformWorkloads.ArgoRollouts)));

    /// <summary>
    /// Every phase of a rollout that went wrong, as the controller's older and newer versions call them.
    /// </summary>
    public static LabelMatcher Broken { get; } = LabelMatcher.Like("phase", "Abort|Degraded|Error|InvalidSpec|Timeout");
}
