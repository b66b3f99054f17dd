using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Infra.Components.Charts;
using Infra.Components.Charts.Pods;

namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>
/// The values of the chart <c>opentelemetry-collector</c> 0.170.0, as far as they are used. The chart refuses keys that
/// it does not know.
/// </summary>
public sealed record OtelCollectorValues : ChartValues
{
    /// <summary>Name of what the chart makes; a daemon set's has <c>-agent</c> behind.</summary>
    public required string FullnameOverride { get; init; }

    /// <summary>The API of what runs the pods: the chart's default, which its schema asks for all the same.</summary>
    public string ApiVersion { get; } = "apps/v1";

    /// <summary>How pods are run. The chart has no default.</summary>
    public required CollectorMode Mode { get; init; }

    /// <summary>The image. The chart has no default.</summary>
    public required CollectorImage Image { get; init; }

    /// <summary>
    /// The whole configuration. The chart's other key, <c>config</c>, is merged over defaults that open receivers which
    /// nobody asked for.
    /// </summary>
    public required JsonObject AlternateConfig { get; init; }

    /// <summary>The service account, which the chart does not make.</summary>
    public required ServiceAccountRef ServiceAccount { get; init; }

    /// <summary>What the pods may read of the cluster.</summary>
    public required CollectorClusterRole ClusterRole { get; init; }

    /// <summary>Labels of the pods besides the chart's.</summary>
    public required IReadOnlyDictionary<string, string> PodLabels { get; init; }

    /// <summary>Ports of the container and the Service.</summary>
    public required CollectorPorts Ports { get; init; }

    /// <summary>The Service.</summary>
    public required CollectorService Service { get; init; }

    /// <summary>Resources of the container; the chart has none.</summary>
    public required ContainerResources Resources { get; init; }

    /// <summary>Variables of the container besides the chart's.</summary>
    public required IReadOnlyList<CollectorVariable> ExtraEnvs { get; init; }

    /// <summary>Volumes of the pod besides the configuration.</summary>
    public required IReadOnlyList<CollectorVolume> ExtraVolumes { get; init; }

    /// <summary>Where they are mounted.</summary>
    public required IReadOnlyList<PodMount> ExtraVolumeMounts { get; init; }

    /// <summary>Who is started when not all can be.</summary>
    public required string PriorityClassName { get; init; }

    /// <summary>What security the pod asks for.</summary>
    public required PodSecurity PodSecurityContext { get; init; }

    /// <summary>What security the container asks for.</summary>
    public ContainerSecurity SecurityContext { get; init; } = new();

    /// <summary>How pods are replaced.</summary>
    public required CollectorRollout Rollout { get; init; }

    /// <summary>Probes that restart a container that hangs.</summary>
    public CollectorProbe LivenessProbe { get; } = new() { PeriodSeconds = 10, FailureThreshold = 6 };

    /// <summary>Probes that keep a Service from a container that is not ready.</summary>
    public CollectorProbe ReadinessProbe { get; } = new() { PeriodSeconds = 5, FailureThreshold = 3 };

    /// <summary>Probes that give a container two minutes to start.</summary>
    public CollectorProbe StartupProbe { get; } = new() { PeriodSeconds = 5, FailureThreshold = 24 };

    /// <summary>Seconds to send what waits when the pod is ended.</summary>
    public int TerminationGracePeriodSeconds { get; } = 60;

    /// <summary>Go is told the memory limit, so that it collects garbage in time.</summary>
    [JsonPropertyName("useGOMEMLIMIT")]
    public bool UseGoMemoryLimit { get; } = true;

    /// <summary>Taints of nodes that are borne with. None by default.</summary>
    public IReadOnlyList<Toleration>? Tolerations { get; init; }

    /// <summary>Spread over zones and nodes; null for a daemon set.</summary>
    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }

    /// <summary>Replicas; null for a daemon set. Dropped by the chart where it scales by itself.</summary>
    public int? ReplicaCount { get; init; }

    /// <summary>Scaling by load; null for a daemon set.</summary>
    public CollectorScaling? Autoscaling { get; init; }

    /// <summary>How many pods may be missing at a time; null for a daemon set.</summary>
    public CollectorDisruption? PodDisruptionBudget { get; init; }
}
