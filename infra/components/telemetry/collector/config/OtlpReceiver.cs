using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Takes OTLP, over gRPC and, where it is asked for, HTTP.</summary>
public sealed record OtlpReceiver() : Receiver("otlp")
{
    /// <summary>What it listens on.</summary>
    public required OtlpProtocols Protocols { get; init; }

    /// <summary>Both protocols in the clear, for senders on the same node.</summary>
    public static OtlpReceiver OnTheNode { get; } = new()
    {
        Protocols = new(new(Addresses.On(PlatformPorts.OtlpGrpc)), new(Addresses.On(PlatformPorts.OtlpHttp))),
    };

    /// <summary>gRPC from callers that show a certificate of ours.</summary>
    public static OtlpReceiver Mutual { get; } = new()
    {
        Protocols = new(new(Addresses.On(PlatformPorts.OtlpGrpc)) { Tls = CollectorTls.Server }, null),
    };
}
