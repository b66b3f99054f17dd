using Infra.Components.Charts;
using Infra.Components.Charts.Pods;

namespace Infra.Components.Ingress.Values;

/// <summary>The values of chart aws-load-balancer-controller 3.4.0, as far as they are used.</summary>
internal sealed record LoadBalancerControllerValues : ChartValues
{
    public required string FullnameOverride { get; init; }

    public required string ClusterName { get; init; }

    /// <summary>
    /// Said, since the controller would else ask the node's metadata service, which pods cannot reach.
    /// </summary>
    public required string Region { get; init; }

    /// <inheritdoc cref="Region"/>
    public required string VpcId { get; init; }

    public required int ReplicaCount { get; init; }

    public required ImageRef Image { get; init; }

    public required ServiceAccountRef ServiceAccount { get; init; }

    public required ContainerResources Resources { get; init; }

    /// <summary>Kubernetes' own: without the controller no new pod is a target.</summary>
    public string PriorityClassName { get; } = "system-cluster-critical";

    public required PodSecurity PodSecurityContext { get; init; }

    public ContainerSecurity SecurityContext { get; } = new();

    public DisruptionBudget? PodDisruptionBudget { get; init; }

    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }

    public required int WebhookBindPort { get; init; }

    public required string MetricsBindAddr { get; init; }

    /// <summary>The pods' own addresses: the VPC CNI gives them to them.</summary>
    public string DefaultTargetType { get; } = "ip";

    /// <summary>False. Each would ask a service of AWS that no flow leads to.</summary>
    public bool EnableShield { get; }

    /// <inheritdoc cref="EnableShield"/>
    public bool EnableWaf { get; }

    /// <inheritdoc cref="EnableShield"/>
    public bool EnableWafv2 { get; }

    /// <summary>
    /// False. Security groups and the rules between them are the foundation's: the controller makes none.
    /// </summary>
    public bool EnableBackendSecurityGroup { get; }

    /// <summary>False. It would change Services on their way in; only its own definitions are of interest.</summary>
    public bool EnableServiceMutatorWebhook { get; }

    public SecretsRights ClusterSecretsPermissions { get; } = new();

    /// <summary>On the load balancers and target groups it makes.</summary>
    public required IReadOnlyDictionary<string, string> DefaultTags { get; init; }
}
