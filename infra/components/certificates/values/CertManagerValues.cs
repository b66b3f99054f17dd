using Infra.Components.Charts;
using Infra.Components.Charts.Pods;

namespace Infra.Components.Certificates.Values;

/// <summary>
/// The values of chart cert-manager 1.20.3, as far as they are used; its schema is closed. The chart's security
/// contexts are those of the restricted profile already.
/// </summary>
internal sealed record CertManagerValues : ChartValues
{
    public required GlobalValues Global { get; init; }

    public CrdValues Crds { get; } = new();

    public required string FullnameOverride { get; init; }

    public required int ReplicaCount { get; init; }

    public required SwitchedBudget PodDisruptionBudget { get; init; }

    public required ImageRef Image { get; init; }

    public required ServiceAccountRef ServiceAccount { get; init; }

    public required ContainerResources Resources { get; init; }

    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }

    /// <summary>Secrets go with the Certificate that made them.</summary>
    public bool EnableCertificateOwnerRef { get; } = true;

    public PrometheusValues Prometheus { get; } = new();

    public required PartValues Webhook { get; init; }

    public required PartValues Cainjector { get; init; }

    public StartupCheckValues Startupapicheck { get; } = new();
}
