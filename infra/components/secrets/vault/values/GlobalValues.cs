namespace Infra.Components.Secrets.Vault.Values;

/// <summary><c>global</c>. Without TLS by default.</summary>
internal sealed record GlobalValues
{
    public bool TlsDisable { get; }
}
