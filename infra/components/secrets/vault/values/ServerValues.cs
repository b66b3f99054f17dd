using Infra.Components.Charts.Pods;

namespace Infra.Components.Secrets.Vault.Values;

/// <summary><c>server</c>.</summary>
internal sealed record ServerValues
{
    public required ImageRef Image { get; init; }

    public string LogFormat { get; } = "json";

    /// <summary>One pod after the other, each unsealed by KMS before the next. On deletion only by default.</summary>
    public string UpdateStrategyType { get; } = "RollingUpdate";

    public required ContainerResources Resources { get; init; }

    public required string PriorityClassName { get; init; }

    /// <summary>
    /// The chart calls its component's label otherwise than everybody; the declared flows go by these.
    /// </summary>
    public required IReadOnlyDictionary<string, string> ExtraLabels { get; init; }

    public required ServerAccount ServiceAccount { get; init; }

    /// <summary>Vault asks the cluster whose a token is.</summary>
    public Switch AuthDelegator { get; } = new(true);

    /// <summary>So that the sidecar can signal the server.</summary>
    public bool ShareProcessNamespace { get; } = true;

    public required IReadOnlyList<SidecarValues> ExtraContainers { get; init; }

    public required IReadOnlyList<PodVolume> Volumes { get; init; }

    public required IReadOnlyList<PodMount> VolumeMounts { get; init; }

    public required IReadOnlyDictionary<string, string> ExtraEnvironmentVars { get; init; }

    public ProbeValues ReadinessProbe { get; } = ProbeValues.Ready;

    public ProbeValues LivenessProbe { get; } = ProbeValues.Alive;

    public required StorageValues DataStorage { get; init; }

    public required StorageValues AuditStorage { get; init; }

    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }

    public StatefulSetValues StatefulSet { get; } = new();

    public Switch Standalone { get; } = new(false);

    public required HaValues Ha { get; init; }
}
