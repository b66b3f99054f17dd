using System.Text.Json.Nodes;
using Infra.Components.Certificates;
using Infra.Components.Cluster;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Keys;
using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Slo;
using Infra.Components.Telemetry.Alerting;
using Infra.Components.Telemetry.Collector;
using Infra.Components.Telemetry.Dashboards;
using Infra.Components.Telemetry.Prometheus;
using Infra.Components.Telemetry.Stores;
using Infra.Stacks.Platform.Charts;
using Infra.Stacks.Slos;
using static Infra.Components.Flows.Catalogue.PlatformWorkloads;

namespace Infra.Stacks.Platform.Telemetry;

/// <summary>Everything that observes an environment: what collects, keeps, judges and tells.</summary>
internal static class PlatformTelemetry
{
    private const string Name = "telemetry";

    /// <summary>Adds it to the layer.</summary>
    public static void Add(PlatformParts platform, ChartParts charts)
    {
        var parts = new TelemetryParts(platform);
        var (environment, settings) = (parts.Environment, parts.Settings);
        var observed = new ObservedEnvironment(
            environment.Name, environment.Partition, environment.Region, environment.Account, environment.Prefix,
            settings.Pages, settings.Repository)
        {
            Promises = settings.Promises,
        };
        var plan = PlatformSlos.Plan(observed);
        var stores = new TelemetryStores(
            $"{Name}-stores",
            new()
            {
                Prefix = environment.Prefix,
                KeyArn = parts.Foundation.KeyArn(KeyPurposes.Logs),
                LogDays = settings.Logs.Days,
                MetricDays = settings.Metrics.Days,
                Tags = parts.TagsOf(Name),
            },
            new() { Provider = parts.Platform.Aws, Protect = environment.Protect });

        Collect(parts, stores, charts.Authority);
        Judge(parts, stores, plan.Rules);
        Tell(parts, plan.Alertmanager);
        TelemetryExporters.Add(parts, charts);
        _ = new DashboardMaps(
            $"{Name}-dashboards",
            new()
            {
                Dashboards = plan.Dashboards,
                Namespace = PlatformWorkloads.Prometheus.Namespace,
            },
            parts.Options());
    }

    private static void Collect(TelemetryParts parts, TelemetryStores stores, InternalAuthority certificates)
    {
        var identity = parts.Identity(
            CollectorGateway,
            Output.Tuple(stores.WorkspaceArn, stores.LogGroupArn)
                .Apply(arns => TelemetryPolicies.Collector(arns.Item1, arns.Item2)));
        _ = new OtelCollector(
            $"{Name}-collector",
            new()
            {
                Settings = new()
                {
                    Environment = parts.Environment.Name,
                    Account = parts.Environment.Account,
                    Region = parts.Environment.Region,
                    Cluster = parts.Cluster,
                    Registry = parts.Registry,
                    AgentPriority = PriorityClassNames.Platform,
                    GatewayPriority = PriorityClassNames.Platform,
                    GatewayReplicas = parts.Settings.GatewayMinimum,
                    GatewayMostReplicas = parts.Settings.GatewayMaximum,
                },
                Destinations = stores.Destinations,
            },
            parts.Options(identity, certificates));
    }

    private static void Judge(TelemetryParts parts, TelemetryStores stores, RuleFile rules)
    {
        var identity = parts.Identity(
            PlatformWorkloads.Prometheus, stores.WorkspaceArn.Apply(TelemetryPolicies.Prometheus));
        _ = new PrometheusServer(
            "prometheus",
            new()
            {
                Environment = parts.Environment.Name,
                Cluster = parts.Cluster,
                Region = parts.Environment.Region,
                Registry = parts.Registry,
                Rules = rules,
                RemoteWriteUrl = stores.RemoteWriteUrl,
                Names = parts.Names,
                Replicas = parts.Settings.PrometheusReplicas,
                StorageGiB = parts.Settings.PrometheusVolumeGiB,
                StorageClass = EncryptedStorage.ClassName,
                PriorityClass = PriorityClassNames.Platform,
            },
            parts.Options(identity));
    }

    private static void Tell(TelemetryParts parts, JsonObject routes)
    {
        var key = parts.Foundation.KeyArn(KeyPurposes.Topics);
        var topics = new AlertTopics(
            "alerts",
            new()
            {
                Partition = parts.Environment.Partition,
                Account = parts.Environment.Account,
                Prefix = parts.Environment.Prefix,
                Topics = PlatformContacts.Topics(parts.Settings.Pages),
                Subscribers = parts.Settings.Subscribers,
                KeyArn = key,
                Tags = parts.TagsOf(Alertmanager.Name),
            },
            parts.Options());
        var identity = parts.Identity(
            Alertmanager,
            Output.Tuple(topics.TopicArns, key).Apply(to => TelemetryPolicies.Alertmanager(to.Item1, to.Item2)));
        _ = new AlertmanagerCluster(
            "alertmanager",
            new()
            {
                Routes = routes,
                Names = parts.Names,
                Registry = parts.Registry,
                Replicas = parts.Settings.AlertmanagerReplicas,
                StorageClass = EncryptedStorage.ClassName,
                PriorityClass = PriorityClassNames.Platform,
            },
            parts.Options(identity));
    }
}
