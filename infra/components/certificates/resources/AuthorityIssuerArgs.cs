namespace Infra.Components.Certificates.Resources;

/// <summary>An issuer that signs with a CA's key.</summary>
internal sealed class AuthorityIssuerArgs : ResourceArgs
{
    /// <summary>The Secret of the CA, in cert-manager's own namespace.</summary>
    [Input("secretName", required: true)]
    public required Input<string> SecretName { get; init; }
}
