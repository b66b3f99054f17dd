namespace Infra.Components.Temporal.Values;

/// <summary>Where metrics are read.</summary>
internal sealed record PrometheusReporter(string ListenAddress)
{
    public string TimerType { get; } = "histogram";
}
