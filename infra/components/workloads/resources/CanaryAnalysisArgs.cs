namespace Infra.Components.Workloads.Resources;

/// <summary>A step that judges.</summary>
internal sealed class CanaryAnalysisArgs : ResourceArgs
{
    [Input("templates", required: true)]
    public required InputList<AnalysisTemplateRefArgs> Templates { get; init; }
}
