using Infra.Components.Certificates.Resources;
using Infra.Components.Charts;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Infra.Components.Certificates;

/// <summary>
/// The cluster's own certificate authority, and what it issues. Its key is made in the cluster and never leaves it; a
/// new cluster has a new one. Depends on <see cref="CertManager"/>.
/// </summary>
public sealed class InternalAuthority : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the authority.</summary>
    public const string TypeToken = "strata:certificates:InternalAuthority";

    /// <summary>Name of the issuer that signs with the authority's key.</summary>
    public const string Issuer = "strata-internal";

    private const string Bootstrap = "strata-bootstrap";
    private const string AuthoritySecret = "strata-internal-authority";
    private const string TenYears = "87600h";

    /// <summary>Whoever trusts the old certificate sees the new one with its own next renewal, long before.</summary>
    private const string OneYear = "8760h";
    private const string NinetyDays = "2160h";

    /// <summary>Time to notice that renewals fail; the alert on expiring certificates is within it.</summary>
    private const string ThirtyDays = "720h";

    /// <summary>Declares the authority and the certificates.</summary>
    public InternalAuthority(string name, InternalAuthorityArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var bootstrap = new CustomResource(
            $"{name}-bootstrap",
            new ClusterIssuerArgs
            {
                Metadata = CustomResources.UntilReady(Bootstrap),
                Spec = new ClusterIssuerSpecArgs { SelfSigned = new SelfSignedIssuerArgs() },
            },
            Child());
        var authority = new CustomResource(
            $"{name}-authority",
            new CertificateArgs
            {
                Metadata = CustomResources.UntilReady(AuthoritySecret, CertManager.Namespace),
                Spec = new CertificateSpecArgs
                {
                    SecretName = AuthoritySecret,
                    CommonName = args.CommonName,
                    IsCertificateAuthority = true,
                    Usages = ["cert sign", "crl sign", "digital signature"],
                    Duration = TenYears,
                    RenewBefore = OneYear,
                    // With the key it had, what it signed stays valid beside what it signs from then on.
                    PrivateKey = new PrivateKeyArgs { RotationPolicy = "Never" },
                    IssuerRef = new IssuerRefArgs { Name = Bootstrap },
                },
            },
            Child(bootstrap));
        var issuer = new CustomResource(
            $"{name}-issuer",
            new ClusterIssuerArgs
            {
                Metadata = CustomResources.UntilReady(Issuer),
                Spec = new ClusterIssuerSpecArgs
                {
                    Authority = new AuthorityIssuerArgs { SecretName = AuthoritySecret },
                },
            },
            Child(authority));
        foreach (var certificate in PlatformCertificates.All)
        {
            _ = new CustomResource($"{name}-{certificate.Name}", Args(certificate), Child(issuer));
        }

        RegisterOutputs();
    }

    private static CertificateArgs Args(ServiceCertificate certificate) => new()
    {
        Metadata = CustomResources.UntilReady(certificate.Name, certificate.Workload.Namespace),
        Spec = new CertificateSpecArgs
        {
            SecretName = certificate.Name,
            DnsNames = certificate.DnsNames.ToArray(),
            IpAddresses = certificate.IpAddresses.Count == 0 ? [] : certificate.IpAddresses.ToArray(),
            Usages = certificate.Usages.ToArray(),
            Duration = NinetyDays,
            RenewBefore = ThirtyDays,
            PrivateKey = new PrivateKeyArgs { RotationPolicy = "Always" },
            IssuerRef = new IssuerRefArgs { Name = Issuer },
        },
    };

    private CustomResourceOptions Child(params Resource[] after) => new() { Parent = this, DependsOn = [.. after] };
}
