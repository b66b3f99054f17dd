using Infra.Components.Telemetry.Scraping;

namespace Infra.Components.Observability.Promql;

/// <summary>Who exposes a metric, so that a query names only what really exists.</summary>
/// <param name="Component">The program that must run, with what it must be told.</param>
/// <param name="Reference">Where its authors define the name: a file of their repository, or their
/// documentation.</param>
/// <param name="Targets">Where Prometheus reads it; at least one.</param>
public sealed record MetricSource(string Component, string Reference, params IReadOnlyList<ScrapeTarget> Targets);
