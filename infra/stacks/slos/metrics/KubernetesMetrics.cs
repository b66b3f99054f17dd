using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Promql;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Stacks.Slos.Metrics;

internal static class KubernetesMetrics
{
    private static readonly MetricSource _source = new(
        "kube-state-metrics",
        "https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/deployment-metrics.md",
        ScrapeTarget.Of(PlatformWorkloads.KubeStateMetrics));

    public static Metric ReplicasAvailable { get; } =
        new("kube_deployment_status_replicas_available", MetricKind.Gauge, _source);

    public static Metric ReplicasWanted { get; } = new("kube_deployment_spec_replicas", MetricKind.Gauge, _source);
}
