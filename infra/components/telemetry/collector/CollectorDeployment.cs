using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Telemetry.Collector.Config;
using Infra.Components.Telemetry.Collector.Values;

namespace Infra.Components.Telemetry.Collector;

/// <summary>The values of the collectors: the agents on every node, and the gateway behind them.</summary>
public static class CollectorDeployment
{
    private const int User = 10001; // The image's own.
    private const int Root = 0;
    private const string TlsVolume = "tls";
    private const string LogsVolume = "pod-logs";
    private const string ComponentLabel = "app.kubernetes.io/component";

    /// <summary>Name of the secret with the certificate of a collector.</summary>
    public static string TlsSecret(Workload workload) => $"{workload.Name}-tls";

    /// <summary>What agents do: take what their node sends, say whose it is, scrub it and hand it on.</summary>
    public static CollectorConfig AgentConfig()
    {
        Processor[] processors =
            [new MemoryLimiter(), new KubernetesAttributes(), new ResourceDetection(), new Scrub(), new Batch()];
        Exporter[] gateway =
        [
            OtlpExporter.To(PlatformWorkloads.CollectorGateway.Name, PlatformWorkloads.CollectorGateway.Namespace),
        ];
        return new(
            new Pipeline(Signal.Metrics, [OtlpReceiver.OnTheNode, new KubeletStats()], processors, gateway),
            new Pipeline(Signal.Traces, [OtlpReceiver.OnTheNode], processors, gateway),
            new Pipeline(Signal.Logs, [OtlpReceiver.OnTheNode, new FileLog()], processors, gateway));
    }

    /// <summary>What the gateway does: scrub again, as it is the last that could, and keep.</summary>
    public static CollectorConfig GatewayConfig(CollectorSettings settings, CollectorDestinations destinations)
    {
        Processor[] processors = [new MemoryLimiter(), new Scrub(), new Batch()];
        Receiver[] agents = [OtlpReceiver.Mutual];
        var signer = new SigV4Auth(settings.Region, "aps");
        return new(
            new Pipeline(
                Signal.Metrics,
                agents,
                processors,
                [new PrometheusRemoteWrite(destinations.RemoteWriteUrl, signer), new PrometheusEndpoint()]),
            new Pipeline(Signal.Traces, agents, processors, [new XRay(settings.Region)]),
            new Pipeline(
                Signal.Logs, agents, processors, [new CloudWatchLogs(settings.Region, destinations.LogGroup)]));
    }

    /// <summary>The values of the agents.</summary>
    public static OtelCollectorValues Agent(CollectorSettings settings)
    {
        var common = Common(PlatformWorkloads.CollectorAgent, settings, AgentConfig());
        return common with
        {
            Mode = CollectorMode.DaemonSet,
            Image = CollectorImage.Of(ImagePins.OtelCollector, settings.Registry),
            Service = new("Local"),
            ClusterRole = new(true, AgentRules),
            PriorityClassName = settings.AgentPriority,
            Resources = ContainerResources.Of("50m", "256Mi"),
            Tolerations = [Toleration.Every],
            Rollout = CollectorRollout.PerCent(missing: 10, more: 0),
            // The kubelet lets only root read the logs. It is root without any of root's capabilities.
            PodSecurityContext = new(Root),
            SecurityContext = new() { RunAsNonRoot = false },
            ExtraVolumes = [.. common.ExtraVolumes, CollectorVolume.OfNode(LogsVolume, FileLog.Folder)],
            ExtraVolumeMounts = [.. common.ExtraVolumeMounts, new(LogsVolume, FileLog.Folder)],
        };
    }

    /// <summary>The values of the gateway.</summary>
    public static OtelCollectorValues Gateway(CollectorSettings settings, CollectorDestinations destinations) =>
        Common(PlatformWorkloads.CollectorGateway, settings, GatewayConfig(settings, destinations)) with
        {
            TopologySpreadConstraints = SpreadConstraint.OverZones(PlatformWorkloads.CollectorGateway.Labels),
            ReplicaCount = settings.GatewayReplicas,
            Autoscaling = new(settings.GatewayReplicas, settings.GatewayMostReplicas),
            PodDisruptionBudget = new(1),
        };

    /// <summary>What both have alike; what differs is that of the gateway until it is said otherwise.</summary>
    private static OtelCollectorValues Common(
        Workload workload, CollectorSettings settings, CollectorConfig config) => new()
        {
            FullnameOverride = workload.Name,
            Mode = CollectorMode.Deployment,
            Image = CollectorImage.Of(ImagePins.OtelCollectorContrib, settings.Registry),
            AlternateConfig = config.ToJson(),
            ServiceAccount = ServiceAccountRef.Of(workload),
            ClusterRole = new(false),
            // The chart's own label is called `component`, and policies select by this one.
            PodLabels = workload.Labels.Where(l => l.Key == ComponentLabel).ToDictionary(),
            Ports = CollectorPorts.Of(workload),
            Service = new("Cluster"),
            Resources = ContainerResources.Of("250m", "1Gi"),
            ExtraEnvs =
        [
            CollectorVariable.Field(KubernetesAttributes.NodeName, "spec.nodeName"),
            CollectorVariable.Field(KubeletStats.NodeIp, "status.hostIP"),
            CollectorVariable.Field(CloudWatchLogs.PodName, "metadata.name"),
            new(ResourceDetection.Attributes) { Value = settings.ResourceAttributes },
        ],
            ExtraVolumes = [CollectorVolume.OfSecret(TlsVolume, TlsSecret(workload))],
            ExtraVolumeMounts = [new(TlsVolume, CollectorTls.Folder)],
            PriorityClassName = settings.GatewayPriority,
            PodSecurityContext = new(User),
            Rollout = CollectorRollout.PerCent(missing: 0, more: 25),
        };

    /// <summary>What saying whose telemetry is, and asking the kubelet, take.</summary>
    private static IReadOnlyList<RoleRule> AgentRules { get; } =
    [
        new([""], ["pods", "namespaces"], ["get", "list", "watch"]),
        new(["apps"], ["replicasets"], ["get", "list", "watch"]),
        new([""], ["nodes/stats"], ["get"]),
    ];
}
