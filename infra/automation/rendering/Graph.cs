using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Infra.Automation.Json;

namespace Infra.Automation.Rendering;

/// <summary>
/// Every resource that an environment's stacks would register, resolved as far as it can be without a cloud. What
/// policies, differences, costs and golden files read.
/// </summary>
/// <param name="Environment">The environment.</param>
/// <param name="Layers">Its layers, in the order in which they are applied.</param>
public sealed record Graph(string Environment, ImmutableArray<LayerGraph> Layers)
{
    /// <summary>The format of the document.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = "strata.graph/v1";

    /// <summary>The graph as canonical JSON.</summary>
    public string ToJson() => CanonicalJson.Write(this, GraphJson.Default.Graph);
}
