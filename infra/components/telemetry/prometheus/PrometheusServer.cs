using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Text;
using Infra.Components.Telemetry.Pods;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;
using Apps = Pulumi.Kubernetes.Apps.V1;

namespace Infra.Components.Telemetry.Prometheus;

/// <summary>
/// Prometheus: reads what is declared to be read, evaluates the rules and writes to AMP. Not a chart: it is this one
/// program, with files of ours. Its namespace and its pod identity must exist: give them as <c>DependsOn</c>.
/// </summary>
public sealed class PrometheusServer : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces Prometheus and its volumes.</summary>
    public const string TypeToken = "strata:telemetry:PrometheusServer";

    private const int User = 65534; // The image's own: nobody.
    private const string ConfigFolder = "/etc/prometheus";
    private const string ConfigFile = "prometheus.yaml";
    private const string DataFolder = "/prometheus";
    private const string Data = "data";

    /// <summary>The budget of an objective is counted over 30 days and five minutes.</summary>
    private const int RetentionDays = 35;

    /// <summary>Of the volume; what is left takes the log of what is not yet in a block.</summary>
    private const int RetentionPerCent = 80;

    private static readonly Workload _workload = PlatformWorkloads.Prometheus;
    private readonly string _name;

    /// <summary>Makes Prometheus.</summary>
    public PrometheusServer(string name, PrometheusServerArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        _name = name;
        var config = args.RemoteWriteUrl.Apply(url =>
            CanonicalYaml.Write(PrometheusConfig.Render(args.Environment, args.Cluster, args.Region, url)));
        var rules = CanonicalYaml.Write(args.Rules.ToJson());
        var pod = new HardenedPod(_workload, User, args.PriorityClass)
        {
            CallsTheCluster = true,
            Configuration = config.Apply(text => text + rules),
            Names = args.Names,
            GraceSeconds = 300, // It writes what it has in memory before it ends.
            Volumes = [new() { Name = "config", ConfigMap = new ConfigMapVolumeSourceArgs { Name = _workload.Name } }],
        };
        _ = new ConfigMap(
            $"{name}-config",
            new() { Metadata = pod.Metadata, Data = { [ConfigFile] = config, [PrometheusConfig.RulesFile] = rules } },
            Child);
        Access();
        _ = new Service(
            $"{name}-service",
            new()
            {
                Metadata = pod.Metadata,
                Spec = new ServiceSpecArgs
                {
                    Selector = pod.Selector.MatchLabels,
                    Ports = Containers.ServicePorts(_workload),
                },
            },
            Child);
        _ = new PodDisruptionBudget(
            $"{name}-budget",
            new()
            {
                Metadata = pod.Metadata,
                Spec = new PodDisruptionBudgetSpecArgs { Selector = pod.Selector, MaxUnavailable = 1 },
            },
            Child);
        _ = new Apps.StatefulSet(name, new() { Metadata = pod.Metadata, Spec = Spec(args, pod) }, Child);
        RegisterOutputs();
    }

    private CustomResourceOptions Child => new() { Parent = this };

    /// <summary>Finding targets takes reading pods, and nothing else of them.</summary>
    private void Access()
    {
        _ = WorkloadAccount.Create(_workload, callsTheCluster: true, Child);
        var clusterWide = new ObjectMetaArgs { Name = _workload.Name };
        _ = new ClusterRole(
            $"{_name}-role",
            new()
            {
                Metadata = clusterWide,
                Rules =
                [
                    new PolicyRuleArgs { ApiGroups = [""], Resources = ["pods"], Verbs = ["get", "list", "watch"] },
                ],
            },
            Child);
        _ = new ClusterRoleBinding(
            $"{_name}-binding",
            new()
            {
                Metadata = clusterWide,
                RoleRef = new RoleRefArgs
                {
                    ApiGroup = "rbac.authorization.k8s.io",
                    Kind = "ClusterRole",
                    Name = _workload.Name,
                },
                Subjects =
                [
                    new SubjectArgs
                    {
                        Kind = "ServiceAccount",
                        Name = _workload.ServiceAccount,
                        Namespace = _workload.Namespace,
                    },
                ],
            },
            Child);
    }

    private static StatefulSetSpecArgs Spec(PrometheusServerArgs args, HardenedPod pod) => new()
    {
        ServiceName = _workload.Name,
        Replicas = args.Replicas,
        PodManagementPolicy = "OrderedReady", // Replicas are replaced one after the other, so one always watches.
        Selector = pod.Selector,
        Template = pod.Template(Container(args)),
        VolumeClaimTemplates =
        [
            new PersistentVolumeClaimArgs
            {
                Metadata = new ObjectMetaArgs { Name = Data },
                Spec = new PersistentVolumeClaimSpecArgs
                {
                    AccessModes = ["ReadWriteOnce"],
                    StorageClassName = args.StorageClass,
                    Resources = new VolumeResourceRequirementsArgs
                    {
                        Requests = { ["storage"] = Containers.GiB(args.StorageGiB) },
                    },
                },
            },
        ],
    };

    private static ContainerArgs Container(PrometheusServerArgs args) => new()
    {
        Image = ImagePins.Prometheus.In(args.Registry),
        Args =
        [
            $"--config.file={ConfigFolder}/{ConfigFile}",
            $"--storage.tsdb.path={DataFolder}",
            $"--storage.tsdb.retention.time={RetentionDays}d",
            $"--storage.tsdb.retention.size={args.StorageGiB * 1024 * RetentionPerCent / 100}MB",
            $"--web.listen-address=:{PlatformPorts.PrometheusApi.Number}",
        ],
        Env = [Containers.Field(PrometheusConfig.ReplicaVariable, "metadata.name")],
        Ports = Containers.Ports(_workload),
        VolumeMounts =
        [
            new VolumeMountArgs { Name = "config", MountPath = ConfigFolder, ReadOnly = true },
            new VolumeMountArgs { Name = Data, MountPath = DataFolder },
        ],
        Resources = Containers.Resources(ContainerResources.Of("500m", "4Gi")),
        ReadinessProbe = Containers.Probe(PlatformPorts.PrometheusApi, "/-/ready", periodSeconds: 5, failures: 3),
        LivenessProbe = Containers.Probe(PlatformPorts.PrometheusApi, "/-/healthy", periodSeconds: 15, failures: 4),
        // Reading the log of a large volume takes minutes.
        StartupProbe = Containers.Probe(PlatformPorts.PrometheusApi, "/-/ready", periodSeconds: 15, failures: 60),
    };
}
