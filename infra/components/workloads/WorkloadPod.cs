using Infra.Components.Cluster;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Workloads;

/// <summary>The pod of a <see cref="ServiceRollout"/>.</summary>
public static class WorkloadPod
{
    /// <summary>Where the certificate is.</summary>
    public const string CertificateFolder = "/tls";

    /// <summary>Where certificates of authorities outside the cluster are.</summary>
    public const string AuthoritiesFolder = "/authorities";

    /// <summary>Where secrets are, each in a folder of its name.</summary>
    public const string SecretsFolder = "/secrets";

    /// <summary>Where the probes ask. The objectives of the API leave these routes out of their counts.</summary>
    public const string StartedPath = "/healthz";

    /// <inheritdoc cref="StartedPath"/>
    public const string ReadyPath = "/readyz";

    /// <inheritdoc cref="StartedPath"/>
    public const string LivePath = "/livez";

    private const string CertificateVolume = "certificate";
    private const string AuthoritiesVolume = "authorities";

    /// <summary>Seconds in which the load balancer notices that a pod is about to go.</summary>
    private const int DrainSeconds = 15;
    private const int StartAttempts = 60;

    /// <summary>The pod.</summary>
    public static PodSpecArgs Spec(ServiceRolloutArgs args, string authoritiesName) => new()
    {
        ServiceAccountName = args.Workload.ServiceAccount,
        AutomountServiceAccountToken = false,
        EnableServiceLinks = false,
        PriorityClassName = PriorityClassNames.Service,
        TerminationGracePeriodSeconds = DrainSeconds + args.GraceSeconds,
        SecurityContext = RestrictedPod.Pod(),
        TopologySpreadConstraints =
        {
            Spread("topology.kubernetes.io/zone", args),
            Spread("kubernetes.io/hostname", args),
        },
        Containers = { Container(args) },
        Volumes = Volumes(args, authoritiesName),
    };

    private static ContainerArgs Container(ServiceRolloutArgs args) => new()
    {
        Name = args.Workload.Name,
        Image = args.Image.Text,
        ImagePullPolicy = "IfNotPresent", // A digest never names anything else.
        // Not in a ConfigMap: other settings are other pods, and take over share by share as a new version does.
        Env = args.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal)
            .Select(setting => new EnvVarArgs { Name = setting.Key, Value = setting.Value }).ToArray(),
        Ports = args.Workload.Ports.Append(args.Probes).DistinctBy(port => port.Number).Select(port =>
            new ContainerPortArgs { Name = port.Name, ContainerPortValue = port.Number, Protocol = port.Protocol })
            .ToArray(),
        Resources = RestrictedPod.Resources(args.Scale.Cpu, args.Scale.Memory),
        SecurityContext = RestrictedPod.Container(),
        // Five minutes to start; the other two only ask once it has.
        StartupProbe = Probe(args, StartedPath, periodSeconds: 5, failures: StartAttempts),
        ReadinessProbe = Probe(args, ReadyPath, periodSeconds: 5, failures: 3),
        LivenessProbe = Probe(args, LivePath, periodSeconds: 10, failures: 6),
        Lifecycle = new LifecycleArgs
        {
            // Until nobody sends anything more, it still answers.
            PreStop = new LifecycleHandlerArgs { Sleep = new SleepActionArgs { Seconds = DrainSeconds } },
        },
        VolumeMounts = Mounts(args),
    };

    private static ProbeArgs Probe(ServiceRolloutArgs args, string path, int periodSeconds, int failures) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = path, Port = args.Probes.Number, Scheme = "HTTPS" },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = 3,
        FailureThreshold = failures,
    };

    private static VolumeMountArgs[] Mounts(ServiceRolloutArgs args) =>
    [
        RestrictedPod.TemporaryMount(),
        ReadOnly(CertificateVolume, CertificateFolder),
        .. args.Secrets.Select(secret => ReadOnly(SecretVolume(secret), $"{SecretsFolder}/{secret}")),
        .. args.Authorities.Count > 0 ? [ReadOnly(AuthoritiesVolume, AuthoritiesFolder)] : (VolumeMountArgs[])[],
    ];

    private static VolumeArgs[] Volumes(ServiceRolloutArgs args, string authoritiesName) =>
    [
        RestrictedPod.Temporary(),
        Secret(CertificateVolume, args.Certificate.Name),
        .. args.Secrets.Select(secret => Secret(SecretVolume(secret), secret)),
        .. args.Authorities.Count > 0
            ? [new() { Name = AuthoritiesVolume, ConfigMap = new ConfigMapVolumeSourceArgs { Name = authoritiesName } }]
            : (VolumeArgs[])[],
    ];

    private static VolumeMountArgs ReadOnly(string volume, string folder) =>
        new() { Name = volume, MountPath = folder, ReadOnly = true };

    private static VolumeArgs Secret(string volume, string secret) =>
        new() { Name = volume, Secret = new SecretVolumeSourceArgs { SecretName = secret } };

    private static string SecretVolume(string secret) => $"secret-{secret}";

    /// <summary>Never refused: a zone that is lost must not keep its pods from starting elsewhere.</summary>
    private static TopologySpreadConstraintArgs Spread(string where, ServiceRolloutArgs args) => new()
    {
        TopologyKey = where,
        MaxSkew = 1,
        WhenUnsatisfiable = "ScheduleAnyway",
        LabelSelector = Selector(args.Workload),
    };

    /// <summary>The pods of a workload.</summary>
    public static LabelSelectorArgs Selector(Flows.Workload workload)
    {
        var selector = new LabelSelectorArgs();
        foreach (var (key, value) in workload.Labels)
        {
            selector.MatchLabels.Add(key, value);
        }

        return selector;
    }
}
