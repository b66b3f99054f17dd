namespace Infra.Components.Temporal.Values;

/// <summary><c>server.config</c>: the server's own configuration.</summary>
internal sealed record ServerConfig
{
    public string LogLevel { get; } = "info";

    public required PersistenceValues Persistence { get; init; }

    public required ServerTls Tls { get; init; }

    public required MetricsValues Metrics { get; init; }

    public required NamespacesValues Namespaces { get; init; }
}
