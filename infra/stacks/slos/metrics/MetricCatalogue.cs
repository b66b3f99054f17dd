using Infra.Components.Observability.Promql;

namespace Infra.Stacks.Slos.Metrics;

/// <summary>
/// Every metric a declared query reads, with who must expose it. A query that reads anything else fails a test.
/// </summary>
public static class MetricCatalogue
{
    /// <summary>The metrics.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        ApiMetrics.RequestDuration,
        TemporalMetrics.ActivitySuccess, TemporalMetrics.ActivityFail, TemporalMetrics.ActivityTimeout,
        TemporalMetrics.ServiceRequests, TemporalMetrics.ServiceErrors, TemporalMetrics.ScheduleToStart,
        StrataMetrics.Appends, StrataMetrics.AppendDuration, StrataMetrics.OldestObservation, StrataMetrics.Checkpoint,
        CloudWatchMetrics.BackupJobsCompleted, CloudWatchMetrics.CopyJobsCompleted,
        CloudWatchMetrics.ReplicationLatency,
        PostgresMetrics.Up,
        .. CollectorMetrics.Sent, .. CollectorMetrics.SendFailed, .. CollectorMetrics.EnqueueFailed,
        CertManagerMetrics.Expiration,
        RolloutMetrics.Info,
        KubernetesMetrics.ReplicasAvailable, KubernetesMetrics.ReplicasWanted,
        PrometheusMetrics.RuleFailures, PrometheusMetrics.NotificationFailures,
    ];
}
