namespace Infra.Components.Workloads.Resources;

/// <summary>One step: exactly one of its members is set.</summary>
internal sealed class CanaryStepArgs : ResourceArgs
{
    [Input("setWeight")]
    public Input<int>? SetWeight { get; init; }

    [Input("pause")]
    public Input<CanaryPauseArgs>? Pause { get; init; }

    [Input("analysis")]
    public Input<CanaryAnalysisArgs>? Analysis { get; init; }
}
