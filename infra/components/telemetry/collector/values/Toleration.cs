namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>A taint of nodes that a pod bears with.</summary>
/// <param name="Operator"><c>Exists</c> without a key: every taint.</param>
public sealed record Toleration(string Operator)
{
    /// <summary>Every taint: what has to be on each node.</summary>
    public static Toleration Every { get; } = new("Exists");
}
