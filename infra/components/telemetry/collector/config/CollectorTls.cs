using System.Text.Json.Serialization;

namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>TLS on one side of a connection. Files are read again as they are renewed.</summary>
public sealed record CollectorTls
{
    /// <summary>Where the secret with <c>tls.crt</c>, <c>tls.key</c> and <c>ca.crt</c> is mounted.</summary>
    public const string Folder = "/etc/strata/tls";

    /// <summary>Its own certificate.</summary>
    public string CertFile { get; } = $"{Folder}/tls.crt";

    /// <summary>Its key.</summary>
    public string KeyFile { get; } = $"{Folder}/tls.key";

    /// <summary>The authority of servers; null on the server's side.</summary>
    public string? CaFile { get; private init; }

    /// <summary>The authority of clients, who must have a certificate of it; null on the client's side.</summary>
    public string? ClientCaFile { get; private init; }

    /// <summary>How often the files are read again.</summary>
    public string ReloadInterval { get; } = "10m";

    /// <summary>No older than this.</summary>
    public string MinVersion { get; } = "1.3";

    /// <summary>The side that is called: it refuses callers without a certificate of ours.</summary>
    [JsonIgnore]
    public static CollectorTls Server { get; } = new() { ClientCaFile = $"{Folder}/ca.crt" };

    /// <summary>The side that calls.</summary>
    [JsonIgnore]
    public static CollectorTls Client { get; } = new() { CaFile = $"{Folder}/ca.crt" };
}
