using System.Text.Json.Serialization;

namespace Infra.Components.Charts.Pods;

/// <summary>Amounts of what a container uses, as Kubernetes writes them: <c>250m</c>, <c>512Mi</c>.</summary>
/// <param name="Cpu">Processor time; null: none said.</param>
/// <param name="Memory">Memory; null: none said.</param>
public sealed record ResourceAmounts(string? Cpu, string? Memory)
{
    /// <summary>Space on the node's own disk; null (the default): none said.</summary>
    [JsonPropertyName("ephemeral-storage")]
    public string? EphemeralStorage { get; init; }
}
