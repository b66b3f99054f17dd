using Infra.Components.Charts;
using Infra.Components.Charts.Pods;

namespace Infra.Components.Secrets.Values;

/// <summary>
/// The values of chart external-secrets 2.0.0, as far as they are used. The chart's security contexts are those of the
/// restricted profile already.
/// </summary>
internal sealed record ExternalSecretsValues : ChartValues
{
    public required string FullnameOverride { get; init; }

    public required int ReplicaCount { get; init; }

    /// <summary>One works and the others wait. Off by default, whatever the replicas.</summary>
    public required bool LeaderElect { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("installCRDs")]
    public bool InstallCrds { get; } = true;

    public CrdSwitches Crds { get; } = new();

    /// <summary>False. Every store belongs to one namespace: nothing of the whole cluster is read.</summary>
    public bool ProcessClusterStore { get; }

    /// <summary>False.</summary>
    public bool ProcessClusterExternalSecret { get; }

    /// <summary>False.</summary>
    public bool ProcessClusterPushSecret { get; }

    /// <summary>False.</summary>
    public bool ProcessClusterGenerator { get; }

    /// <summary>False. Secrets come into the cluster; none is written out.</summary>
    public bool ProcessPushSecret { get; }

    public required ImageRef Image { get; init; }

    public required ServiceAccountRef ServiceAccount { get; init; }

    public required ContainerResources Resources { get; init; }

    public required string PriorityClassName { get; init; }

    public required SwitchedBudget PodDisruptionBudget { get; init; }

    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }

    public required MetricsListener Metrics { get; init; }

    public required WebhookValues Webhook { get; init; }

    public required CertControllerValues CertController { get; init; }
}
