namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>The protocols of <see cref="OtlpReceiver"/>.</summary>
/// <param name="Grpc">gRPC; null: not.</param>
/// <param name="Http">HTTP; null: not.</param>
public sealed record OtlpProtocols(OtlpServer? Grpc, OtlpServer? Http);
