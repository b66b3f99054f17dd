namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>The cluster role that the chart makes and binds to the service account.</summary>
/// <param name="Create">Whether it makes one.</param>
/// <param name="Rules">What it allows.</param>
public sealed record CollectorClusterRole(bool Create, IReadOnlyList<RoleRule>? Rules = null);
