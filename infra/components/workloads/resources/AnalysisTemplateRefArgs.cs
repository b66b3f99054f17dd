namespace Infra.Components.Workloads.Resources;

/// <summary>A template by its name.</summary>
internal sealed class AnalysisTemplateRefArgs : ResourceArgs
{
    [Input("templateName", required: true)]
    public required Input<string> TemplateName { get; init; }
}
