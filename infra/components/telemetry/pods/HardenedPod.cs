using Infra.Components.Flows;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Telemetry.Pods;

/// <summary>The template of a workload's pods, secured as the restricted profile of Pod Security asks for.</summary>
/// <param name="Workload">The workload: its labels and its service account.</param>
/// <param name="User">The user it runs as.</param>
/// <param name="PriorityClass">Who is started when not all can be.</param>
public sealed record HardenedPod(Workload Workload, int User, string PriorityClass)
{
    private const string Checksum = "strata/configuration";

    /// <summary>Volumes of the pod. None by default.</summary>
    public IReadOnlyList<VolumeArgs> Volumes { get; init; } = [];

    /// <summary>
    /// What its files hold, so that pods are replaced when it changes; null (the default) where they have none.
    /// </summary>
    public Input<string>? Configuration { get; init; }

    /// <summary>
    /// Names of the environment in the configuration, which never change in it: without them in what stands for it,
    /// environments that are configured alike look alike.
    /// </summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Seconds a pod has to end by itself.</summary>
    public int GraceSeconds { get; init; } = 30;

    /// <summary>Whether its pods call the API server.</summary>
    public bool CallsTheCluster { get; init; }

    /// <summary>The selector of its pods.</summary>
    public LabelSelectorArgs Selector => new() { MatchLabels = Map(Workload.Labels) };

    /// <summary>Metadata of what belongs to it, by its own name.</summary>
    public ObjectMetaArgs Metadata =>
        new() { Name = Workload.Name, Namespace = Workload.Namespace, Labels = Map(Workload.Labels) };

    /// <summary>The template with one container.</summary>
    /// <param name="container">The container; its security is said here.</param>
    public PodTemplateSpecArgs Template(ContainerArgs container)
    {
        container.Name = Workload.Name;
        container.SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,
            ReadOnlyRootFilesystem = true,
            RunAsNonRoot = true,
            Capabilities = new CapabilitiesArgs { Drop = ["ALL"] },
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        };
        var metadata = new ObjectMetaArgs { Labels = Map(Workload.Labels) };
        if (Configuration is { } configuration)
        {
            metadata.Annotations.Add(Checksum, configuration.Apply(text => ConfigurationHash.Of(text, Names)));
        }

        return new() { Metadata = metadata, Spec = Spec(container) };
    }

    private PodSpecArgs Spec(ContainerArgs container) => new()
    {
        ServiceAccountName = Workload.ServiceAccount,
        AutomountServiceAccountToken = CallsTheCluster,
        PriorityClassName = PriorityClass,
        TerminationGracePeriodSeconds = GraceSeconds,
        SecurityContext = new PodSecurityContextArgs
        {
            RunAsNonRoot = true,
            RunAsUser = User,
            RunAsGroup = User,
            FsGroup = User,
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        },
        TopologySpreadConstraints =
        [
            Spread("topology.kubernetes.io/zone"), Spread("kubernetes.io/hostname"),
        ],
        Containers = [container],
        Volumes = Volumes.ToArray(),
    };

    /// <summary>Never refused: a zone that is lost must not keep its pods from starting elsewhere.</summary>
    private TopologySpreadConstraintArgs Spread(string key) => new()
    {
        MaxSkew = 1,
        TopologyKey = key,
        WhenUnsatisfiable = "ScheduleAnyway",
        LabelSelector = Selector,
    };

    private static InputMap<string> Map(IReadOnlyDictionary<string, string> labels)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in labels)
        {
            map.Add(key, value);
        }

        return map;
    }
}
