using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Text;
using Infra.Components.Telemetry.Pods;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Apps = Pulumi.Kubernetes.Apps.V1;

namespace Infra.Components.Telemetry.Alerting;

/// <summary>
/// Alertmanager: tells people through SNS what Prometheus found. Its namespace, the topics and its pod identity must
/// exist: give them as <c>DependsOn</c>.
/// </summary>
public sealed class AlertmanagerCluster : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it makes Alertmanager forget silences.</summary>
    public const string TypeToken = "strata:telemetry:AlertmanagerCluster";

    private const int User = 65534; // The image's own: nobody.
    private const string ConfigFolder = "/etc/alertmanager/config";
    private const string ConfigFile = "alertmanager.yaml";
    private const string DataFolder = "/alertmanager";
    private const string Data = "data";

    private static readonly Workload _workload = PlatformWorkloads.Alertmanager;

    /// <summary>Makes Alertmanager.</summary>
    public AlertmanagerCluster(string name, AlertmanagerClusterArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var config = CanonicalYaml.Write(args.Routes);
        var pod = new HardenedPod(_workload, User, args.PriorityClass)
        {
            Configuration = config,
            Names = args.Names,
            Volumes = [new() { Name = "config", ConfigMap = new ConfigMapVolumeSourceArgs { Name = _workload.Name } }],
        };
        _ = new ConfigMap($"{name}-config", new() { Metadata = pod.Metadata, Data = { [ConfigFile] = config } }, child);
        _ = WorkloadAccount.Create(_workload, callsTheCluster: false, child);
        _ = new Service(
            $"{name}-service",
            new()
            {
                Metadata = pod.Metadata,
                Spec = new ServiceSpecArgs
                {
                    ClusterIP = "None", // Each replica has a name of its own, by which the others find it.
                    PublishNotReadyAddresses = true, // They find each other before any of them is ready.
                    Selector = pod.Selector.MatchLabels,
                    Ports = Containers.ServicePorts(_workload),
                },
            },
            child);
        _ = new PodDisruptionBudget(
            $"{name}-budget",
            new()
            {
                Metadata = pod.Metadata,
                Spec = new PodDisruptionBudgetSpecArgs { Selector = pod.Selector, MaxUnavailable = 1 },
            },
            child);
        _ = new Apps.StatefulSet(name, new() { Metadata = pod.Metadata, Spec = Spec(args, pod) }, child);
        RegisterOutputs();
    }

    private static StatefulSetSpecArgs Spec(AlertmanagerClusterArgs args, HardenedPod pod) => new()
    {
        ServiceName = _workload.Name,
        Replicas = args.Replicas,
        PodManagementPolicy = "Parallel",
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
                        // Silences and what was sent: a few megabytes, and a volume has a gibibyte at least.
                        Requests = { ["storage"] = Containers.GiB(1) },
                    },
                },
            },
        ],
    };

    private static ContainerArgs Container(AlertmanagerClusterArgs args) => new()
    {
        Image = ImagePins.Alertmanager.In(args.Registry),
        Args = Arguments(args.Replicas).ToArray(),
        Ports = Containers.Ports(_workload),
        VolumeMounts =
        [
            new VolumeMountArgs { Name = "config", MountPath = ConfigFolder, ReadOnly = true },
            new VolumeMountArgs { Name = Data, MountPath = DataFolder },
        ],
        Resources = Containers.Resources(ContainerResources.Of("50m", "128Mi")),
        ReadinessProbe = Containers.Probe(PlatformPorts.AlertmanagerApi, "/-/ready", periodSeconds: 5, failures: 3),
        LivenessProbe = Containers.Probe(PlatformPorts.AlertmanagerApi, "/-/healthy", periodSeconds: 15, failures: 4),
        StartupProbe = Containers.Probe(PlatformPorts.AlertmanagerApi, "/-/ready", periodSeconds: 5, failures: 24),
    };

    private static IEnumerable<string> Arguments(int replicas) =>
    [
        $"--config.file={ConfigFolder}/{ConfigFile}",
        $"--storage.path={DataFolder}",
        $"--web.listen-address=:{PlatformPorts.AlertmanagerApi.Number}",
        .. replicas == 1
            ? ["--cluster.listen-address="] // Alone, it looks for nobody.
            : Enumerable.Range(0, replicas)
                .Select(i => $"--cluster.peer={_workload.Name}-{i}.{_workload.Name}.{_workload.Namespace}.svc:"
                    + $"{PlatformPorts.AlertmanagerMesh.Number}")
                .Prepend($"--cluster.listen-address=0.0.0.0:{PlatformPorts.AlertmanagerMesh.Number}"),
    ];
}
