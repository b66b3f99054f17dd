using System.Text.Json.Serialization;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>
/// The ports, from what the workload is declared to answer on. Every port of the chart is opened by default, on the
/// node too: those that are not declared are switched off, and no port is one of the node's.
/// </summary>
/// <param name="Otlp">OTLP over gRPC.</param>
/// <param name="OtlpHttp">OTLP over HTTP.</param>
/// <param name="Metrics">What the collector tells of itself.</param>
/// <param name="Exported">What was sent to it, for Prometheus.</param>
public sealed record CollectorPorts(
    CollectorPort Otlp,
    [property: JsonPropertyName("otlp-http")] CollectorPort OtlpHttp,
    CollectorPort Metrics,
    CollectorPort? Exported)
{
    /// <summary>Jaeger's own protocol: off.</summary>
    [JsonPropertyName("jaeger-compact")]
    public CollectorPort JaegerCompact { get; } = CollectorPort.Off;

    /// <summary>Jaeger's own protocol over HTTP: off.</summary>
    [JsonPropertyName("jaeger-thrift")]
    public CollectorPort JaegerThrift { get; } = CollectorPort.Off;

    /// <summary>Jaeger's own protocol over gRPC: off.</summary>
    [JsonPropertyName("jaeger-grpc")]
    public CollectorPort JaegerGrpc { get; } = CollectorPort.Off;

    /// <summary>Zipkin's protocol: off.</summary>
    public CollectorPort Zipkin { get; } = CollectorPort.Off;

    /// <summary>The declared ports of a workload.</summary>
    public static CollectorPorts Of(Workload workload) => new(
        Declared(workload, PlatformPorts.OtlpGrpc.Name) ?? CollectorPort.Off,
        Declared(workload, PlatformPorts.OtlpHttp.Name) ?? CollectorPort.Off,
        Declared(workload, PlatformPorts.MetricsName) ?? CollectorPort.Off,
        Declared(workload, PlatformWorkloads.ExportedName));

    private static CollectorPort? Declared(Workload workload, string name) =>
        workload.Ports.SingleOrDefault(port => port.Name == name) is { } port ? CollectorPort.On(port) : null;
}
