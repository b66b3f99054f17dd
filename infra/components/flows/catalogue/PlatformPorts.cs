namespace Infra.Components.Flows.Catalogue;

/// <summary>The ports that more than one party answers on, or more than one flow names.</summary>
public static class PlatformPorts
{
    /// <summary>Name of the port that Prometheus scrapes; a workload with it is scraped.</summary>
    public const string MetricsName = "metrics";

    /// <summary>HTTPS where AWS, the API server and domains have it.</summary>
    public static Port Https { get; } = new(ExternalDomain.Https, 443);

    /// <summary>Plain HTTP.</summary>
    public static Port Http { get; } = new(ExternalDomain.Http, 80);

    /// <summary>DNS over UDP.</summary>
    public static Port Dns { get; } = new("dns", 53, Transport.Udp);

    /// <summary>DNS over TCP, for long answers.</summary>
    public static Port DnsTcp { get; } = new("dns-tcp", 53);

    /// <summary>PostgreSQL.</summary>
    public static Port Postgres { get; } = new("postgres", 5432);

    /// <summary>The API, TLS in the pod.</summary>
    public static Port ApiHttps { get; } = new("https", 8443);

    /// <summary>OTLP over gRPC.</summary>
    public static Port OtlpGrpc { get; } = new("otlp-grpc", 4317);

    /// <summary>OTLP over HTTP.</summary>
    public static Port OtlpHttp { get; } = new("otlp-http", 4318);

    /// <summary>Temporal's frontend, for clients and workers.</summary>
    public static Port TemporalApi { get; } = new("frontend", 7233);

    /// <summary>Vault's API.</summary>
    public static Port VaultApi { get; } = new("vault", 8200);

    /// <summary>Vault among its own replicas: Raft and forwarded requests.</summary>
    public static Port VaultCluster { get; } = new("vault-cluster", 8201);

    /// <summary>Prometheus queries.</summary>
    public static Port PrometheusApi { get; } = new("prometheus", 9090);

    /// <summary>Alerts into Alertmanager.</summary>
    public static Port AlertmanagerApi { get; } = new("alertmanager", 9093);

    /// <summary>Alertmanager among its own replicas, over TCP.</summary>
    public static Port AlertmanagerMesh { get; } = new("mesh", 9094);

    /// <summary>Alertmanager among its own replicas, over UDP.</summary>
    public static Port AlertmanagerMeshUdp { get; } = new("mesh-udp", 9094, Transport.Udp);

    /// <summary>The kubelet of a node.</summary>
    public static Port Kubelet { get; } = new("kubelet", 10250);

    /// <summary>A metrics port.</summary>
    internal static Port Metrics(int number) => new(MetricsName, number);

    /// <summary>
    /// A port that the control plane calls, behind a Service on 443. It calls the pod itself, past the Service.
    /// </summary>
    internal static Port Webhook(int number) => new("webhook", number) { ServicePort = 443 };

    /// <summary>A Temporal service's own RPC port, and the port its replicas find each other on.</summary>
    internal static Port[] TemporalPeers(int rpc, int membership) => [new("rpc", rpc), new("membership", membership)];
}
