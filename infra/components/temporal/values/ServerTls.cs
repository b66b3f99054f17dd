namespace Infra.Components.Temporal.Values;

/// <summary><c>server.config.tls</c>: among the services, and for whoever calls the frontend.</summary>
internal sealed record ServerTls
{
    /// <summary>How often renewed certificates are read. Never by default: pods would serve expired ones.</summary>
    public string RefreshInterval { get; } = "1h";

    public required TlsSection Internode { get; init; }

    public required TlsSection Frontend { get; init; }
}
