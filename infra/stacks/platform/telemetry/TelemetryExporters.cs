using Infra.Components.Certificates;
using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Cluster;
using Infra.Components.Database;
using Infra.Components.Telemetry.Exporters;
using Infra.Components.Telemetry.Scraping;
using Infra.Components.Telemetry.Stores;
using Infra.Stacks.Platform.Charts;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;
using static Infra.Components.Flows.Catalogue.PlatformWorkloads;

namespace Infra.Stacks.Platform.Telemetry;

/// <summary>What tells Prometheus of what does not tell by itself.</summary>
internal static class TelemetryExporters
{
    /// <summary>Kinds whose state is told, with their groups.</summary>
    private static readonly (string Group, string[] Kinds)[] _told =
    [
        ("", ["nodes", "persistentvolumeclaims", "pods"]),
        ("apps", ["daemonsets", "deployments", "statefulsets"]),
        ("batch", ["jobs"]),
    ];

    /// <summary>Adds them to the layer.</summary>
    public static void Add(TelemetryParts parts, ChartParts charts)
    {
        Cluster(parts);
        CloudWatch(parts);
        Postgres(parts, charts);
    }

    private static void Cluster(TelemetryParts parts)
    {
        _ = new MetricsExporter(
            KubeStateMetrics.Name,
            new()
            {
                Workload = KubeStateMetrics,
                Image = ImagePins.KubeStateMetrics,
                Registry = parts.Registry,
                PriorityClass = PriorityClassNames.Platform,
                Arguments =
                [
                    $"--port={ScrapeTarget.Of(KubeStateMetrics).Port.Number}",
                    "--telemetry-host=127.0.0.1", // What it tells of itself is read by nobody.
                    $"--resources={string.Join(',', _told.SelectMany(group => group.Kinds))}",
                ],
                HealthPath = "/healthz",
                ClusterRules =
                [
                    .. _told.Select(group => new PolicyRuleArgs
                    {
                        ApiGroups = [group.Group],
                        Resources = group.Kinds,
                        Verbs = ["list", "watch"],
                    }),
                ],
                Resources = ContainerResources.Of("50m", "256Mi"),
            },
            parts.Options());
    }

    private static void CloudWatch(TelemetryParts parts)
    {
        var identity = parts.Identity(CloudWatchExporter, TelemetryPolicies.CloudWatchExporter());
        _ = new MetricsExporter(
            CloudWatchExporter.Name,
            new()
            {
                Workload = CloudWatchExporter,
                Image = ImagePins.CloudWatchExporter,
                Registry = parts.Registry,
                PriorityClass = PriorityClassNames.Platform,
                Arguments =
                [
                    $"-listen-address=:{ScrapeTarget.Of(CloudWatchExporter).Port.Number}",
                    $"-config.file={MetricsExporter.ConfigPath}",
                ],
                HealthPath = "/healthz",
                Names = parts.Names,
                Configuration = CloudWatchConfig.Render(parts.Environment.Region),
            },
            parts.Options(identity));
    }

    /// <summary>It signs in as the service does, over TLS that it verifies: it sees what the service would.</summary>
    private static void Postgres(TelemetryParts parts, ChartParts charts)
    {
        var authorities = RdsAuthorities.Of(parts.Environment.Region);
        var data = parts.Platform.Data;
        var address = Output.Format($"{data.DatabaseAddress}:{data.DatabasePort}/{PlatformDatabase.Service.Database}");
        _ = new MetricsExporter(
            PostgresExporter.Name,
            new()
            {
                Workload = PostgresExporter,
                Image = ImagePins.PostgresExporter,
                Registry = parts.Registry,
                PriorityClass = PriorityClassNames.Platform,
                Arguments = [$"--web.listen-address=:{ScrapeTarget.Of(PostgresExporter).Port.Number}"],
                Variables =
                [
                    new EnvVarArgs
                    {
                        Name = "DATA_SOURCE_URI",
                        Value = Output.Format(
                            $"{address}?sslmode=verify-full&sslrootcert={MetricsExporter.ConfigPath}"),
                    },
                    new EnvVarArgs
                    {
                        Name = "DATA_SOURCE_USER_FILE",
                        Value = $"{MetricsExporter.SecretFolder}/username",
                    },
                    new EnvVarArgs
                    {
                        Name = "DATA_SOURCE_PASS_FILE",
                        Value = $"{MetricsExporter.SecretFolder}/password",
                    },
                ],
                HealthPath = "/",
                Configuration = authorities,
                Names = [authorities], // Another region has others, which makes no two environments differ.
                Secret = ChartParts.ExporterSecret,
            },
            parts.Options(charts.ExporterSecrets));
    }
}
