namespace Infra.Components.Workloads.Resources;

/// <summary>
/// One measurement. What neither condition is true of is inconclusive: the release then waits for a person.
/// </summary>
internal sealed class AnalysisMetricArgs : ResourceArgs
{
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    [Input("interval")]
    public required Input<string> Interval { get; init; }

    [Input("count")]
    public required Input<int> Count { get; init; }

    [Input("failureLimit")]
    public required Input<int> FailureLimit { get; init; }

    [Input("inconclusiveLimit")]
    public required Input<int> InconclusiveLimit { get; init; }

    [Input("consecutiveErrorLimit")]
    public required Input<int> ConsecutiveErrorLimit { get; init; }

    [Input("successCondition")]
    public required Input<string> SuccessCondition { get; init; }

    [Input("failureCondition")]
    public required Input<string> FailureCondition { get; init; }

    [Input("provider", required: true)]
    public required Input<AnalysisProviderArgs> Provider { get; init; }
}
