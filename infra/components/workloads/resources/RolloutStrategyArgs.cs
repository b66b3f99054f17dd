namespace Infra.Components.Workloads.Resources;

/// <summary>How a new version takes over.</summary>
internal sealed class RolloutStrategyArgs : ResourceArgs
{
    [Input("canary", required: true)]
    public required Input<CanaryStrategyArgs> Canary { get; init; }
}
