namespace Infra.Components.Certificates.Values;

/// <summary>Metrics, on the chart's own port 9402.</summary>
internal sealed record PrometheusValues
{
    public bool Enabled { get; } = true;
}
