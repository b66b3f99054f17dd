namespace Infra.Components.Temporal.Values;

/// <summary><c>server.config.metrics</c>.</summary>
internal sealed record MetricsValues(PrometheusReporter Prometheus);
