namespace Infra.Components.Workloads.Resources;

/// <summary>A query and where it is asked.</summary>
internal sealed class PrometheusQueryArgs : ResourceArgs
{
    [Input("address", required: true)]
    public required Input<string> Address { get; init; }

    [Input("query", required: true)]
    public required Input<string> Query { get; init; }
}
