using Infra.Automation.Rendering;

namespace Infra.Automation.Engines.Embedded;

/// <summary>The order of what is in a graph.</summary>
internal static class GraphOrder
{
    /// <summary>The resources of a layer, each after everything it needs: the order of creation.</summary>
    /// <exception cref="CannotApplyException">Resources need each other.</exception>
    public static IReadOnlyList<GraphResource> Forwards(LayerGraph graph)
    {
        var children = graph.Resources.ToLookup(resource => resource.Parent, StringComparer.Ordinal);
        var components = graph.Resources.Where(resource => resource.Component)
            .Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        return Topology.Order(graph.Resources, resource => resource.Urn, Needs);

        // Whoever depends on a component depends on everything in it. A child only needs its parent to be there.
        IEnumerable<string> Needs(GraphResource resource) =>
            new[] { resource.Parent, resource.Provider }.OfType<string>()
                .Concat(Resolver.Urns(resource.Inputs))
                .Concat((resource.Options.DependsOn ?? []).SelectMany(WithContents));

        IEnumerable<string> WithContents(string urn) =>
            components.Contains(urn) ? children[urn].SelectMany(child => WithContents(child.Urn)).Prepend(urn) : [urn];
    }
}
