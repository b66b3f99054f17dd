namespace Infra.Components.Workloads.Resources;

/// <summary>Share by share.</summary>
internal sealed class CanaryStrategyArgs : ResourceArgs
{
    [Input("maxSurge")]
    public required Input<string> MaxSurge { get; init; }

    [Input("maxUnavailable")]
    public required Input<int> MaxUnavailable { get; init; }

    [Input("steps", required: true)]
    public required InputList<CanaryStepArgs> Steps { get; init; }
}
