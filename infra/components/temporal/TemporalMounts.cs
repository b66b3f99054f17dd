using Infra.Components.Certificates;
using Infra.Components.Charts.Pods;
using Infra.Components.Temporal.Values;

namespace Infra.Components.Temporal;

/// <summary>
/// What Temporal's pods see of certificates: written once, since the chart wants the database's authorities both at the
/// server and at its jobs.
/// </summary>
internal static class TemporalMounts
{
    /// <summary>Name of the ConfigMap with the database's authorities.</summary>
    public const string Authorities = "database-authorities";

    /// <summary>The key of the ConfigMap, and so the file.</summary>
    public const string AuthoritiesFile = "ca.pem";

    private const string Tls = "/etc/temporal/tls";

    /// <summary>The database's authorities, where every pod has them.</summary>
    public const string AuthoritiesPath = $"{Tls}/database/{AuthoritiesFile}";

    private const string Internode = $"{Tls}/internode";
    private const string Frontend = $"{Tls}/frontend";
    private const string Client = $"{Tls}/client";

    private static readonly (PodVolume Volume, PodMount Mount) _database = (
        PodVolume.OfConfigMap("database-authorities", Authorities), new("database-authorities", $"{Tls}/database"));

    private static readonly (PodVolume Volume, PodMount Mount) _client =
        Of("client-tls", PlatformCertificates.TemporalClient, Client);

    /// <summary>What the server mounts.</summary>
    public static IReadOnlyList<(PodVolume Volume, PodMount Mount)> Server { get; } =
    [
        _database,
        Of("internode-tls", PlatformCertificates.TemporalInternode, Internode),
        Of("frontend-tls", PlatformCertificates.TemporalFrontend, Frontend),
    ];

    /// <summary>What the tools, and so the jobs, mount.</summary>
    public static IReadOnlyList<(PodVolume Volume, PodMount Mount)> Tools { get; } = [_database, _client];

    /// <summary>What the web interface mounts.</summary>
    public static IReadOnlyList<(PodVolume Volume, PodMount Mount)> Web { get; } = [_client];

    /// <summary>The server's TLS, to the files it mounts.</summary>
    public static ServerTls ServerTls { get; } = new()
    {
        Internode = TlsSection.Mutual(Internode, PlatformCertificates.TemporalInternode.DnsNames[0]),
        Frontend = TlsSection.Mutual(Frontend, FrontendName),
    };

    /// <summary>How Temporal's command line finds the frontend's certificate and shows its own.</summary>
    public static IReadOnlyList<EnvironmentVariable> ToolsEnvironment { get; } =
    [
        new("TEMPORAL_TLS", "true"),
        new("TEMPORAL_TLS_SERVER_CA_CERT_PATH", $"{Client}/ca.crt"),
        new("TEMPORAL_TLS_SERVER_NAME", FrontendName),
        new("TEMPORAL_TLS_CLIENT_CERT_PATH", $"{Client}/tls.crt"),
        new("TEMPORAL_TLS_CLIENT_KEY_PATH", $"{Client}/tls.key"),
    ];

    /// <summary>The same for the web interface, which calls the variables otherwise.</summary>
    public static IReadOnlyList<EnvironmentVariable> WebEnvironment { get; } =
    [
        new("TEMPORAL_TLS_CA", $"{Client}/ca.crt"),
        new("TEMPORAL_TLS_CERT", $"{Client}/tls.crt"),
        new("TEMPORAL_TLS_KEY", $"{Client}/tls.key"),
        new("TEMPORAL_TLS_SERVER_NAME", FrontendName),
        new("TEMPORAL_TLS_ENABLE_HOST_VERIFICATION", "true"),
    ];

    private static string FrontendName =>
        ServiceNames.Qualified("temporal-frontend", PlatformCertificates.TemporalFrontend.Workload.Namespace);

    private static (PodVolume Volume, PodMount Mount) Of(
        string volume, ServiceCertificate certificate, string folder) =>
        (PodVolume.OfSecret(volume, certificate.Name), new(volume, folder));
}
