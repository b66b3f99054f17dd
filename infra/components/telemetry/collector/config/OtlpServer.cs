namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>One protocol of <see cref="OtlpReceiver"/>.</summary>
/// <param name="Endpoint">Address and port that it listens on.</param>
public sealed record OtlpServer(string Endpoint)
{
    /// <summary>How it is secured; null (the default): not at all.</summary>
    public CollectorTls? Tls { get; init; }
}
