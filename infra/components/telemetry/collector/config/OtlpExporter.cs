using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Hands telemetry to another collector over gRPC, each showing the other its certificate.</summary>
/// <param name="Endpoint">Host and port.</param>
public sealed record OtlpExporter(string Endpoint) : Exporter("otlp_grpc")
{
    /// <summary>How the connection is secured.</summary>
    public CollectorTls Tls { get; } = CollectorTls.Client;

    /// <summary>What waits while the other side does not answer.</summary>
    public SendingQueue SendingQueue { get; } = new();

    /// <summary>How often it is tried again.</summary>
    public RetryOnFailure RetryOnFailure { get; } = new();

    /// <summary>To a collector behind a Service.</summary>
    public static OtlpExporter To(string service, string @namespace) =>
        new($"{service}.{@namespace}.svc.cluster.local:{PlatformPorts.OtlpGrpc.Number}");
}
