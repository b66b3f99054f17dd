using System.Text.Json.Nodes;
using Infra.Components.Observability.Text;

namespace Infra.Components.Telemetry.Exporters;

/// <summary>
/// What the CloudWatch exporter asks for, by namespace: no discovery, which would take the tagging API and the right to
/// read every tag. Source: docs/configuration.md of yet-another-cloudwatch-exporter.
/// </summary>
public static class CloudWatchConfig
{
    private const int PeriodSeconds = 300;

    /// <summary>Metrics come minutes late: so far back the newest is looked for.</summary>
    private const int LengthSeconds = 1800;

    /// <summary>The file.</summary>
    /// <param name="region">The region that is asked.</param>
    public static string Render(string region) => CanonicalYaml.Write(new JsonObject
    {
        ["apiVersion"] = "v1alpha1",
        ["sts-region"] = region,
        ["customNamespace"] = new JsonArray(
            Namespace(
                region, "AWS/Backup", ("NumberOfBackupJobsCompleted", "Sum"), ("NumberOfCopyJobsCompleted", "Sum")),
            Namespace(region, "AWS/S3", ("ReplicationLatency", "Maximum"))),
    });

    private static JsonObject Namespace(
        string region, string name, params IEnumerable<(string Metric, string Statistic)> metrics) => new()
        {
            ["name"] = name,
            ["namespace"] = name,
            ["regions"] = new JsonArray(region),
            ["metrics"] = new JsonArray([.. metrics.Select(m => (JsonNode)new JsonObject
            {
                ["name"] = m.Metric,
                ["statistics"] = new JsonArray(m.Statistic),
                ["period"] = PeriodSeconds,
                ["length"] = LengthSeconds,
                ["nilToZero"] = true,
            })]),
        };
}
