using Infra.Components.Charts;
using Infra.Components.Telemetry.Pods;
using Infra.Components.Telemetry.Scraping;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;
using Apps = Pulumi.Kubernetes.Apps.V1;

namespace Infra.Components.Telemetry.Exporters;

/// <summary>
/// A program that tells Prometheus what others do not tell by themselves. One replica: two would tell everything twice,
/// and one that is missing is an alert like any silence.
/// </summary>
public sealed class MetricsExporter : ComponentResource
{
    /// <summary>Type token. Part of every child's URN.</summary>
    public const string TypeToken = "strata:telemetry:MetricsExporter";

    /// <summary>The file that a configuration is mounted as: settings, or authorities to trust.</summary>
    public const string ConfigPath = $"{ConfigFolder}/configuration";

    /// <summary>The folder that a secret is mounted as.</summary>
    public const string SecretFolder = "/etc/exporter/secret";

    private const string ConfigFolder = "/etc/exporter/config";
    private const int User = 65534; // Nobody.

    /// <summary>Makes the exporter.</summary>
    public MetricsExporter(string name, MetricsExporterArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var pod = new HardenedPod(args.Workload, User, args.PriorityClass)
        {
            CallsTheCluster = args.ClusterRules.Count > 0,
            Configuration = args.Configuration is { } text ? (Input<string>)text : null,
            Names = args.Names,
            Volumes = [.. Volumes(args)],
        };
        _ = WorkloadAccount.Create(args.Workload, callsTheCluster: args.ClusterRules.Count > 0, child);
        if (args.Configuration is { } configuration)
        {
            _ = new ConfigMap(
                $"{name}-config",
                new() { Metadata = pod.Metadata, Data = { [Path.GetFileName(ConfigPath)] = configuration } },
                child);
        }

        if (args.ClusterRules.Count > 0)
        {
            Access(name, args, child);
        }

        _ = new Apps.Deployment(
            name,
            new()
            {
                Metadata = pod.Metadata,
                Spec = new DeploymentSpecArgs
                {
                    Replicas = 1,
                    Strategy = new DeploymentStrategyArgs { Type = "Recreate" },
                    Selector = pod.Selector,
                    Template = pod.Template(Container(args)),
                },
            },
            child);
        RegisterOutputs();
    }

    private static void Access(string name, MetricsExporterArgs args, CustomResourceOptions child)
    {
        var metadata = new ObjectMetaArgs { Name = args.Workload.Name };
        _ = new ClusterRole($"{name}-role", new() { Metadata = metadata, Rules = args.ClusterRules.ToArray() }, child);
        _ = new ClusterRoleBinding(
            $"{name}-binding",
            new()
            {
                Metadata = metadata,
                RoleRef = new RoleRefArgs
                {
                    ApiGroup = "rbac.authorization.k8s.io",
                    Kind = "ClusterRole",
                    Name = args.Workload.Name,
                },
                Subjects =
                [
                    new SubjectArgs
                    {
                        Kind = "ServiceAccount",
                        Name = args.Workload.ServiceAccount,
                        Namespace = args.Workload.Namespace,
                    },
                ],
            },
            child);
    }

    private static ContainerArgs Container(MetricsExporterArgs args)
    {
        var port = ScrapeTarget.Of(args.Workload).Port;
        var container = new ContainerArgs
        {
            Image = args.Image.In(args.Registry),
            Args = args.Arguments.ToArray(),
            Env = args.Variables,
            Ports = Containers.Ports(args.Workload),
            Resources = Containers.Resources(args.Resources),
            ReadinessProbe = Containers.Probe(port, args.HealthPath, periodSeconds: 10, failures: 3),
            LivenessProbe = Containers.Probe(port, args.HealthPath, periodSeconds: 20, failures: 4),
            StartupProbe = Containers.Probe(port, args.HealthPath, periodSeconds: 5, failures: 24),
        };
        foreach (var (volume, folder) in Mounts(args))
        {
            container.VolumeMounts.Add(new VolumeMountArgs { Name = volume, MountPath = folder, ReadOnly = true });
        }

        return container;
    }

    private static IEnumerable<VolumeArgs> Volumes(MetricsExporterArgs args)
    {
        if (args.Configuration is not null)
        {
            yield return new()
            {
                Name = "config",
                ConfigMap = new ConfigMapVolumeSourceArgs { Name = args.Workload.Name },
            };
        }

        if (args.Secret is { } secret)
        {
            yield return new() { Name = "secret", Secret = new SecretVolumeSourceArgs { SecretName = secret } };
        }
    }

    private static IEnumerable<(string Volume, string Folder)> Mounts(MetricsExporterArgs args) =>
    [
        .. args.Configuration is null ? [] : new[] { ("config", ConfigFolder) },
        .. args.Secret is null ? [] : new[] { ("secret", SecretFolder) },
    ];
}
