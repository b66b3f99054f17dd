namespace Infra.Components.Workloads.Resources;

/// <summary>Who measures.</summary>
internal sealed class AnalysisProviderArgs : ResourceArgs
{
    [Input("prometheus", required: true)]
    public required Input<PrometheusQueryArgs> Prometheus { get; init; }
}
