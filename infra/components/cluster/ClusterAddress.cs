namespace Infra.Components.Cluster;

/// <summary>Where a cluster answers, and by what its certificate is known.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Endpoint">Address of its API server, reached from the VPC only.</param>
/// <param name="CertificateAuthority">Certificate of the authority that signed the API server's, in base64.</param>
public sealed record ClusterAddress(Input<string> Name, Input<string> Endpoint, Input<string> CertificateAuthority);
