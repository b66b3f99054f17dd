namespace Infra.Components.Workloads.Resources;

/// <summary>A port of a Service.</summary>
internal sealed class ServiceRefArgs : ResourceArgs
{
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    [Input("port", required: true)]
    public required Input<int> Port { get; init; }
}
