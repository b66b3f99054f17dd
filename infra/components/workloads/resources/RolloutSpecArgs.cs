using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Workloads.Resources;

/// <summary>What a Rollout runs. It says no number of replicas: the autoscaler does.</summary>
internal sealed class RolloutSpecArgs : ResourceArgs
{
    [Input("selector", required: true)]
    public required Input<LabelSelectorArgs> Selector { get; init; }

    [Input("template", required: true)]
    public required Input<PodTemplateSpecArgs> Template { get; init; }

    [Input("strategy", required: true)]
    public required Input<RolloutStrategyArgs> Strategy { get; init; }

    [Input("minReadySeconds")]
    public required Input<int> MinReadySeconds { get; init; }

    [Input("progressDeadlineSeconds")]
    public required Input<int> ProgressDeadlineSeconds { get; init; }

    [Input("progressDeadlineAbort")]
    public required Input<bool> ProgressDeadlineAbort { get; init; }

    [Input("revisionHistoryLimit")]
    public required Input<int> RevisionHistoryLimit { get; init; }
}
