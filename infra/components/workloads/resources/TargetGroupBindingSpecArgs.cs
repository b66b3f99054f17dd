namespace Infra.Components.Workloads.Resources;

/// <summary>
/// Which pods are whose targets. It says nothing of networking: security groups are the declared flows'.
/// </summary>
internal sealed class TargetGroupBindingSpecArgs : ResourceArgs
{
    [Input("targetGroupARN", required: true)]
    public required Input<string> TargetGroupArn { get; init; }

    [Input("targetType", required: true)]
    public required Input<string> TargetType { get; init; }

    [Input("serviceRef", required: true)]
    public required Input<ServiceRefArgs> ServiceRef { get; init; }
}
