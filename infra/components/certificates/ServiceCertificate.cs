using Infra.Components.Flows;

namespace Infra.Components.Certificates;

/// <summary>A certificate that the internal authority issues to a workload.</summary>
/// <param name="Name">Name of the Certificate and of the Secret it is written to.</param>
/// <param name="Workload">Who shows it. Its namespace is the certificate's.</param>
/// <param name="Use">As which end.</param>
/// <param name="DnsNames">The names in it.</param>
public sealed record ServiceCertificate(
    string Name, Workload Workload, CertificateUse Use, IReadOnlyList<string> DnsNames)
{
    /// <summary>The addresses in it. None by default.</summary>
    public IReadOnlyList<string> IpAddresses { get; init; } = [];

    /// <summary>What X.509 calls its use.</summary>
    internal IEnumerable<string> Usages =>
    [
        "digital signature",
        .. Use.HasFlag(CertificateUse.Server) ? (string[])["server auth"] : [],
        .. Use.HasFlag(CertificateUse.Client) ? (string[])["client auth"] : [],
    ];
}
