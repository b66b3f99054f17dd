using System.Text.Json.Serialization;
using Infra.Components.Charts;
using Infra.Components.Charts.Pods;

namespace Infra.Components.Rollouts.Values;

/// <summary>
/// The values of chart argo-rollouts 2.40.9, as far as they are used. The chart's security contexts are those of the
/// restricted profile already.
/// </summary>
internal sealed record RolloutsValues : ChartValues
{
    public required string FullnameOverride { get; init; }

    [JsonPropertyName("installCRDs")]
    public bool InstallCrds { get; } = true;

    /// <summary>With the definitions go the rollouts, and their pods.</summary>
    [JsonPropertyName("keepCRDs")]
    public bool KeepCrds { get; } = true;

    public required ServiceAccountRef ServiceAccount { get; init; }

    public required ControllerValues Controller { get; init; }

    [JsonPropertyName("providerRBAC")]
    public ProviderRights ProviderRights { get; } = new();

    public DashboardValues Dashboard { get; } = new();
}
