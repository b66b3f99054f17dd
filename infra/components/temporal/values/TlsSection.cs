namespace Infra.Components.Temporal.Values;

/// <summary>Both ends of one kind of connection.</summary>
internal sealed record TlsSection(TlsServer Server, TlsClient Client)
{
    /// <summary>A certificate as cert-manager writes it, mounted in a folder; both ends show one.</summary>
    /// <param name="folder">Where the Secret is mounted.</param>
    /// <param name="serverName">The name in it that clients ask for.</param>
    public static TlsSection Mutual(string folder, string serverName) => new(
        new($"{folder}/tls.crt", $"{folder}/tls.key", [$"{folder}/ca.crt"]),
        new(serverName, [$"{folder}/ca.crt"]));
}
