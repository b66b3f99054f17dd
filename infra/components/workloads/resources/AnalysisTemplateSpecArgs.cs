namespace Infra.Components.Workloads.Resources;

/// <summary>The measurements of a template; all of them must succeed.</summary>
internal sealed class AnalysisTemplateSpecArgs : ResourceArgs
{
    [Input("metrics", required: true)]
    public required InputList<AnalysisMetricArgs> Metrics { get; init; }
}
