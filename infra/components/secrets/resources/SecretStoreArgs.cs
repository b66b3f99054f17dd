using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Secrets.Resources;

/// <summary>A SecretStore of External Secrets: where the copies of one namespace come from.</summary>
internal sealed class SecretStoreArgs() : CustomResourceArgs("external-secrets.io/v1", "SecretStore")
{
    [Input("spec", required: true)]
    public required Input<SecretStoreSpecArgs> Spec { get; init; }
}
