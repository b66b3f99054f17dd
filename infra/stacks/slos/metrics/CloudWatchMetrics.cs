using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Promql;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Stacks.Slos.Metrics;

/// <summary>
/// CloudWatch metrics as yet-another-cloudwatch-exporter names them: namespace, metric and statistic in snake case.
/// </summary>
internal static class CloudWatchMetrics
{
    /// <summary>The exporter keeps a dimension's name as AWS writes it.</summary>
    public static LabelMatcher OfRds { get; } = LabelMatcher.Is("dimension_ResourceType", "RDS");

    private static readonly MetricSource _backup = Source("AWS/Backup");
    private static readonly MetricSource _s3 = Source("AWS/S3");

    public static Metric BackupJobsCompleted { get; } =
        new("aws_backup_number_of_backup_jobs_completed_sum", MetricKind.Gauge, _backup);

    public static Metric CopyJobsCompleted { get; } =
        new("aws_backup_number_of_copy_jobs_completed_sum", MetricKind.Gauge, _backup);

    /// <summary>Seconds behind, the worst of the rules; there only with replication metrics switched on.</summary>
    public static Metric ReplicationLatency { get; } = new("aws_s3_replication_latency_maximum", MetricKind.Gauge, _s3);

    private static MetricSource Source(string space) => new(
        $"yet-another-cloudwatch-exporter, {space}, nilToZero: true",
        "https://github.com/prometheus-community/yet-another-cloudwatch-exporter/blob/master/pkg/promutil/migrate.go",
        ScrapeTarget.Of(PlatformWorkloads.CloudWatchExporter));
}
