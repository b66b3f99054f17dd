using Infra.Components.Charts.Pods;

namespace Infra.Components.Secrets.Vault.Values;

/// <summary>When the API server asks the injector.</summary>
internal sealed record InjectorWebhook
{
    /// <summary>A pod that asks for secrets and cannot get them is not made. Ignored by default.</summary>
    public string FailurePolicy { get; } = "Fail";

    /// <summary>Only where pods get secrets from Vault: the rest of the cluster starts without it.</summary>
    public required PodSelector NamespaceSelector { get; init; }

    /// <summary>cert-manager writes the authority into the webhook.</summary>
    public required IReadOnlyDictionary<string, string> Annotations { get; init; }
}
