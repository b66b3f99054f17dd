namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>What a pod is found by.</summary>
/// <param name="From"><c>connection</c> or <c>resource_attribute</c>.</param>
public sealed record AssociationSource(string From)
{
    /// <summary>The resource attribute; null for a connection.</summary>
    public string? Name { get; init; }
}
