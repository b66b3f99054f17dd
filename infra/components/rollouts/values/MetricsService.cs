namespace Infra.Components.Rollouts.Values;

/// <summary>A Service for Prometheus. Off by default.</summary>
internal sealed record MetricsService
{
    public bool Enabled { get; } = true;
}
