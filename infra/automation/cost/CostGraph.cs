using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Automation.Cost;

/// <summary>The graph as prices need it: resources by URN, and the region each one is in.</summary>
/// <param name="graph">The rendered environment.</param>
/// <param name="region">The environment's region.</param>
internal sealed class CostGraph(Graph graph, string region)
{
    private readonly Dictionary<string, GraphResource> _byUrn =
        graph.Layers.SelectMany(layer => layer.Resources).ToDictionary(resource => resource.Urn);

    /// <summary>The resource that a text refers to; null where it refers to none.</summary>
    public GraphResource? Find(string? text) =>
        Reference.In(text ?? "").Select(reference => _byUrn.GetValueOrDefault(reference.Urn)).FirstOrDefault();

    /// <summary>The resource's own region, else its provider's, else the environment's.</summary>
    public string RegionOf(GraphResource resource) =>
        resource.Inputs.Text("region")
        ?? (resource.Provider is { } provider ? _byUrn.GetValueOrDefault(provider)?.Inputs.Text("region") : null)
        ?? region;
}
