namespace Infra.Components.Temporal.Values;

/// <summary>What the called side shows and asks for.</summary>
internal sealed record TlsServer(string CertFile, string KeyFile, IReadOnlyList<string> ClientCaFiles)
{
    public bool RequireClientAuth { get; } = true;
}
