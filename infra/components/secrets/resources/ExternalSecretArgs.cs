using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Secrets.Resources;

/// <summary>An ExternalSecret: one copy.</summary>
internal sealed class ExternalSecretArgs() : CustomResourceArgs("external-secrets.io/v1", "ExternalSecret")
{
    [Input("spec", required: true)]
    public required Input<ExternalSecretSpecArgs> Spec { get; init; }
}
