namespace Infra.Components.Charts;

/// <summary>
/// The charts that are installed, each at one version. Whoever raises a version compares the chart's values and
/// templates with the records that are typed for it.
/// </summary>
public static class ChartPins
{
    /// <summary>The OpenTelemetry collector, 0.158.0.</summary>
    public static ChartPin OtelCollector { get; } = new(
        "https://open-telemetry.github.io/opentelemetry-helm-charts", "opentelemetry-collector", "0.170.0");
}
