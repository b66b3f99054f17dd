using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>
/// Offers metrics for Prometheus to scrape: SLO rules are evaluated in the cluster, on what the service sent.
/// </summary>
public sealed record PrometheusEndpoint() : Exporter("prometheus")
{
    /// <inheritdoc/>
    internal override IReadOnlyList<Signal> Signals { get; } = [Signal.Metrics];

    /// <summary>Where it listens.</summary>
    public string Endpoint { get; } = Addresses.On(
        PlatformWorkloads.CollectorGateway.Ports.Single(p => p.Name == PlatformWorkloads.ExportedName));

    /// <summary>How long something is offered that is sent no more.</summary>
    public string MetricExpiration { get; } = "5m";

    /// <summary>Dots become underscores, units and <c>_total</c> are added, as SLO queries have it.</summary>
    public string TranslationStrategy { get; } = "UnderscoreEscapingWithSuffixes";
}
