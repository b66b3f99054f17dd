namespace Infra.Components.Secrets.Vault.Values;

/// <summary><c>global</c>. Without TLS by default.</summary>
internal sealed record GlobalValues
{
    /// <summary>False.</summary>
    public bool TlsDisable { get; }
}
