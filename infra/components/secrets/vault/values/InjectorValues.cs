using Infra.Components.Charts.Pods;

namespace Infra.Components.Secrets.Vault.Values;

/// <summary><c>injector</c>.</summary>
internal sealed record InjectorValues
{
    public bool Enabled { get; } = true;

    public required int Replicas { get; init; }

    public required int Port { get; init; }

    public required ImageRef Image { get; init; }

    public required ImageRef AgentImage { get; init; }

    /// <summary>Its certificate is cert-manager's, so nobody has to lead in making one.</summary>
    public Switch LeaderElector { get; } = new(false);

    public required InjectorCertificate Certs { get; init; }

    public required InjectorWebhook Webhook { get; init; }

    public SecurityValues SecurityContext { get; } = new();

    public required ContainerResources Resources { get; init; }

    public required string PriorityClassName { get; init; }

    public required IReadOnlyDictionary<string, string> ExtraLabels { get; init; }

    public DisruptionBudget? PodDisruptionBudget { get; init; }

    public IReadOnlyList<SpreadConstraint>? TopologySpreadConstraints { get; init; }
}
