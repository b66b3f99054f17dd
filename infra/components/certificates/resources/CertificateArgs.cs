using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Certificates.Resources;

/// <summary>A Certificate of cert-manager: what it issues, and renews in time.</summary>
internal sealed class CertificateArgs() : CustomResourceArgs("cert-manager.io/v1", "Certificate")
{
    [Input("spec", required: true)]
    public required Input<CertificateSpecArgs> Spec { get; init; }
}
