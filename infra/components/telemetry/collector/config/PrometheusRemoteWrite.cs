namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Writes metrics to Amazon Managed Prometheus.</summary>
/// <param name="Endpoint">The workspace's address with <c>api/v1/remote_write</c>.</param>
/// <param name="Signer">What signs the requests.</param>
public sealed record PrometheusRemoteWrite(
    string Endpoint, [property: System.Text.Json.Serialization.JsonIgnore] SigV4Auth Signer)
    : Exporter("prometheusremotewrite/amp")
{
    /// <inheritdoc/>
    internal override IReadOnlyList<Signal> Signals { get; } = [Signal.Metrics];

    /// <inheritdoc/>
    internal override Extension Authenticator => Signer;

    /// <summary>Which extension signs.</summary>
    public AuthenticatorName Auth => new(Signer.Id);

    /// <summary>How often it is tried again.</summary>
    public RetryOnFailure RetryOnFailure { get; } = new();

    /// <summary>An extension by its id.</summary>
    /// <param name="Authenticator">The id.</param>
    public sealed record AuthenticatorName(string Authenticator);
}
