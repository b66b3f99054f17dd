namespace Infra.Components.Temporal.Values;

/// <summary>The Service of the web interface: inside the cluster.</summary>
internal sealed record WebService
{
    public string Type { get; } = "ClusterIP";
}
