using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Certificates.Resources;

/// <summary>A ClusterIssuer of cert-manager.</summary>
internal sealed class ClusterIssuerArgs() : CustomResourceArgs("cert-manager.io/v1", "ClusterIssuer")
{
    [Input("spec", required: true)]
    public required Input<ClusterIssuerSpecArgs> Spec { get; init; }
}
