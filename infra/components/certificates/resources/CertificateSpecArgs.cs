namespace Infra.Components.Certificates.Resources;

/// <summary>What a Certificate asks for.</summary>
internal sealed class CertificateSpecArgs : ResourceArgs
{
    [Input("secretName", required: true)]
    public required Input<string> SecretName { get; init; }

    [Input("commonName")]
    public Input<string>? CommonName { get; init; }

    [Input("isCA")]
    public Input<bool>? IsCertificateAuthority { get; init; }

    [Input("dnsNames")]
    public InputList<string>? DnsNames { get; init; }

    [Input("ipAddresses")]
    public InputList<string>? IpAddresses { get; init; }

    [Input("usages", required: true)]
    public required InputList<string> Usages { get; init; }

    /// <summary>As Go writes durations, such as <c>2160h</c>.</summary>
    [Input("duration", required: true)]
    public required Input<string> Duration { get; init; }

    [Input("renewBefore", required: true)]
    public required Input<string> RenewBefore { get; init; }

    [Input("privateKey", required: true)]
    public required Input<PrivateKeyArgs> PrivateKey { get; init; }

    [Input("issuerRef", required: true)]
    public required Input<IssuerRefArgs> IssuerRef { get; init; }
}
