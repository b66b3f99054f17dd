namespace Infra.Tests.Observability;

/// <summary>What the components expose for each objective of the platform.</summary>
internal static class Samples
{
    private const double PerMinute = 6000;
    private const int Day = 24 * 3600; // In seconds.
    private const int BackupWindow = 26 * 60; // In minutes.
    private const string BackupJobs = "aws_backup_number_of_backup_jobs_completed_sum";
    private const string Certificates = "certmanager_certificate_expiration_timestamp_seconds";

    public static Dictionary<string, IReadOnlyList<SampleSeries>> Of { get; } = new()
    {
        ["api-availability"] =
        [
            Counter(Requests("_count", """http_route="/evidence/{id}",http_response_status_code="200" """), 1, 0),
            Counter(Requests("_count", """http_route="/evidence/{id}",http_response_status_code="503" """), 0, 1),
            // Probes never fail; counted in, they would halve every ratio.
            Counter(Requests("_count", """http_route="/healthz",http_response_status_code="200" """), 1, 1),
        ],
        ["api-latency"] =
        [
            Counter(Requests("_bucket", """http_response_status_code="200",le="0.5" """), 1, 0),
            Counter(Requests("_bucket", """http_response_status_code="200",le="+Inf" """), 1, 1),
            Counter(Requests("_count", """http_response_status_code="200" """), 1, 1),
        ],
        ["worker-task-success"] =
        [
            Counter("""activity_success{service_name="history",operation="RespondActivityTaskCompleted"}""", 1, 0),
            Counter("""activity_fail{service_name="history",operation="RespondActivityTaskFailed"}""", 0, 0.5),
            Counter("""activity_timeout{service_name="history",operation="TimerActiveTaskActivityTimeout"}""", 0, 0.5),
        ],
        ["worker-schedule-to-start"] =
        [
            // le as Prometheus 3 stores it.
            Counter("""task_schedule_to_start_latency_bucket{service_name="history",le="5.0"}""", 1, 0),
            Counter("""task_schedule_to_start_latency_bucket{service_name="history",le="50.0"}""", 1, 1),
            Counter("""task_schedule_to_start_latency_count{service_name="history"}""", 1, 1),
        ],
        ["temporal-availability"] =
        [
            Counter("""service_requests{service_name="frontend",operation="PollWorkflowTaskQueue"}""", 1, 1),
            Counter("""service_errors{service_name="frontend",operation="PollWorkflowTaskQueue"}""", 0, 1),
            Counter("""service_requests{service_name="history",operation="RecordActivityTaskStarted"}""", 1, 1),
        ],
        ["evidence-append-success"] =
        [
            Counter("""strata_evidence_appends_total{outcome="acknowledged"}""", 0.5, 0),
            Counter("""strata_evidence_appends_total{outcome="refused"}""", 0.5, 0),
            Counter("""strata_evidence_appends_total{outcome="failed"}""", 0, 1),
        ],
        ["evidence-append-latency"] =
        [
            // le as Prometheus 2 stores it.
            Counter("""strata_evidence_append_duration_seconds_bucket{le="10"}""", 1, 0),
            Counter("""strata_evidence_append_duration_seconds_bucket{le="+Inf"}""", 1, 1),
            Counter("""strata_evidence_append_duration_seconds_count""", 1, 1),
        ],
        ["custody-freshness"] =
        [
            new SampleGauge("strata_custody_oldest_observation_timestamp_seconds", (0, 60), (-27 * 3600, 60)),
        ],
        ["ledger-checkpoint-freshness"] =
        [
            new SampleGauge("strata_ledger_checkpoint_timestamp_seconds", (0, 60), (-16 * 60, 60)),
        ],
        ["evidence-replication"] =
        [
            Level("""aws_s3_replication_latency_maximum{dimension_BucketName="payloads"}""", 3, 901),
            Level("""aws_s3_replication_latency_maximum{dimension_BucketName="head"}""", 0, 0),
        ],
        ["postgresql-availability"] =
        [
            Level("""pg_up{instance="service"}""", 1, 1),
            Level("""pg_up{instance="temporal"}""", 1, 0),
        ],
        ["postgresql-backup-freshness"] =
        [
            Level(BackupJobs + """{dimension_ResourceType="RDS"}""", 1, 0, BackupWindow),
            Level(BackupJobs + """{dimension_ResourceType="EBS"}""", 1, 1),
        ],
        ["postgresql-backup-replication"] =
        [
            Level("""aws_backup_number_of_copy_jobs_completed_sum{dimension_ResourceType="RDS"}""", 1, 0, BackupWindow),
        ],
        ["collector-export"] =
        [
            Counter("""otelcol_exporter_sent_spans_total{exporter="otlp"}""", 0.5, 0),
            Counter("""otelcol_exporter_sent_metric_points_total{exporter="prometheusremotewrite"}""", 0.5, 0),
            Counter("""otelcol_exporter_send_failed_log_records_total{exporter="otlp"}""", 0, 0.5),
            Counter("""otelcol_exporter_enqueue_failed_spans_total{exporter="otlp"}""", 0, 0.5),
        ],
        ["certificate-expiry"] =
        [
            Level(Certificates + """{name="api"}""", 60 * Day, 60 * Day),
            new SampleGauge(Certificates + """{name="worker"}""", (60 * Day, 0), (6 * Day, 60)),
        ],
        ["gateway-rollout"] =
        [
            new SampleGauge("""rollout_info{name="api",phase="Healthy"}""", (1, 0), null),
            new SampleGauge("""rollout_info{name="api",phase="Degraded"}""", null, (1, 0)),
        ],
        ["platform-deployments"] =
        [
            Level("""kube_deployment_status_replicas_available{namespace="temporal",deployment="frontend"}""", 3, 0),
            Level("""kube_deployment_spec_replicas{namespace="temporal",deployment="frontend"}""", 3, 3),
            Level("""kube_deployment_status_replicas_available{namespace="vault",deployment="parked"}""", 0, 0),
            Level("""kube_deployment_spec_replicas{namespace="vault",deployment="parked"}""", 0, 0),
        ],
    };

    private static SampleCounter Counter(string series, double good, double bad) =>
        new(series, good * PerMinute, bad * PerMinute);

    private static SampleGauge Level(string series, double good, double bad, int delayMinutes = 0) =>
        new(series, (good, 0), (bad, 0)) { DelayMinutes = delayMinutes };

    private static string Requests(string part, string labels) =>
        $$"""http_server_request_duration_seconds{{part}}{job="strata/api",{{labels.TrimEnd()}}}""";
}
