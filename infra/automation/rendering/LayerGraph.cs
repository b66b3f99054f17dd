using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.Rendering;

/// <summary>One layer of a <see cref="Graph"/>.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Stack">The stack's name: <c>ENVIRONMENT.LAYER</c>.</param>
/// <param name="Resources">Every resource, the stack itself included, ordered by URN.</param>
/// <param name="Outputs">The stack's outputs, by wire name.</param>
public sealed record LayerGraph(
    string Layer, string Stack, ImmutableArray<GraphResource> Resources, JsonElement Outputs)
{
    /// <summary>SHA-256 of the layer's canonical JSON: two runs that would do the same have the same.</summary>
    public string Digest() => CanonicalJson.Digest(CanonicalJson.Write(this, GraphJson.Default.LayerGraph));
}
