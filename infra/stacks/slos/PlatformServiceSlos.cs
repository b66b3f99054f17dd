using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;
using Infra.Stacks.Slos.Metrics;

namespace Infra.Stacks.Slos;

/// <summary>What the cluster offers to everything that runs in it.</summary>
internal static class PlatformServiceSlos
{
    private static readonly LabelMatcher _platform = LabelMatcher.Like(
        "namespace", "argo-rollouts|cert-manager|external-secrets|kube-system|observability|temporal|vault");

    public static IReadOnlyList<ServiceLevelObjective> All { get; } =
    [
        new()
        {
            Name = "collector-export",
            Service = "collector",
            Owner = Owners.Platform,
            Promise = "Metrics, traces and logs that reach the collector leave it again.",
            Objective = 0.999m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.99m },
            Sli = new EventSli(
                [.. Every(CollectorMetrics.SendFailed), .. Every(CollectorMetrics.EnqueueFailed)],
                [
                    .. Every(CollectorMetrics.Sent),
                    .. Every(CollectorMetrics.SendFailed),
                    .. Every(CollectorMetrics.EnqueueFailed),
                ]),
            Severity = SeverityPolicy.Page,
        },
        new()
        {
            Name = "certificate-expiry",
            Service = "certificates",
            Owner = Owners.Platform,
            Promise = "Every certificate is valid for another seven days at least.",
            Objective = 0.99m,
            // Certificates live for 90 days and are renewed after 60; seven days before the end renewal has failed for
            // three weeks.
            Sli = ConditionSli.Ahead(CertManagerMetrics.Expiration.All, PromDuration.Days(7)),
            Severity = SeverityPolicy.Page,
        },
        new()
        {
            Name = "gateway-rollout",
            Service = "rollouts",
            Owner = Owners.Platform,
            Promise = "Rollouts of the API and the worker go through or are rolled back, and none stays broken.",
            Objective = 0.99m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.95m },
            Sli = new ConditionSli(
                $"1 - (count({RolloutMetrics.Info.Where(RolloutMetrics.Broken)}) or vector(0)) / "
                    + $"count({RolloutMetrics.Info})"),
            Severity = SeverityPolicy.Ticket,
        },
        new()
        {
            Name = "platform-deployments",
            Service = "platform",
            Owner = Owners.Platform,
            Promise = "Every deployment of the platform has a replica that is available.",
            Objective = 0.999m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.99m, ["staging"] = 0.995m },
            Sli = new ConditionSli(
                $"min({KubernetesMetrics.ReplicasAvailable.Where(_platform)} and on(namespace, deployment) "
                + $"({KubernetesMetrics.ReplicasWanted.Where(_platform)} > 0)) > bool 0"),
            Severity = SeverityPolicy.Page,
        },
    ];

    private static IEnumerable<Series> Every(IEnumerable<Metric> metrics) => metrics.Select(metric => metric.All);
}
