using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;

namespace Infra.Automation.Comparison;

/// <summary>Compares two rendered environments.</summary>
public static class GraphComparison
{
    /// <summary>Says how the right environment differs from the left one.</summary>
    public static EnvironmentDifference Compare(
        EnvironmentSettings left, Graph leftGraph, EnvironmentSettings right, Graph rightGraph)
    {
        var (layers, same) = Compare(leftGraph, new Normaliser(left), rightGraph, new Normaliser(right));
        return new(left.Name, right.Name, layers, same);
    }

    /// <summary>Compares two graphs, each with the words of an environment taken out.</summary>
    internal static (ImmutableArray<LayerDifference> Layers, int Same) Compare(
        Graph leftGraph, Normaliser leftWords, Graph rightGraph, Normaliser rightWords)
    {
        var (differences, same) = (ImmutableArray.CreateBuilder<LayerDifference>(), 0);
        foreach (var layer in leftGraph.Layers.Concat(rightGraph.Layers).Select(layer => layer.Layer).Distinct())
        {
            var a = leftGraph.Layers.FirstOrDefault(graph => graph.Layer == layer);
            var b = rightGraph.Layers.FirstOrDefault(graph => graph.Layer == layer);
            var (resources, unchanged) = Resources(ByUrn(a, leftWords), ByUrn(b, rightWords));
            var outputs = Differ.Compare(Outputs(a, leftWords), Outputs(b, rightWords));
            same += unchanged;
            if (!resources.IsEmpty || !outputs.IsEmpty)
            {
                differences.Add(new(layer, resources, outputs));
            }
        }

        return (differences.ToImmutable(), same);
    }

    private static (ImmutableArray<ResourceDifference> Differences, int Same) Resources(
        ImmutableSortedDictionary<string, GraphResource> left, ImmutableSortedDictionary<string, GraphResource> right)
    {
        var differences = ImmutableArray.CreateBuilder<ResourceDifference>();
        var same = 0;
        foreach (var urn in left.Keys.Union(right.Keys).Order(StringComparer.Ordinal))
        {
            switch (left.GetValueOrDefault(urn), right.GetValueOrDefault(urn))
            {
                case (null, { } added):
                    differences.Add(new(added.Type, added.Name, PropertyChangeKind.Added, []));
                    break;
                case ({ } removed, null):
                    differences.Add(new(removed.Type, removed.Name, PropertyChangeKind.Removed, []));
                    break;
                case ({ } a, { } b) when Differ.Compare(Settings(a), Settings(b)) is { IsEmpty: false } changes:
                    differences.Add(new(a.Type, a.Name, PropertyChangeKind.Changed, changes));
                    break;
                default:
                    same++;
                    break;
            }
        }

        return (differences.ToImmutable(), same);
    }

    /// <summary>The layer's resources by normalised URN, with everything about them normalised.</summary>
    private static ImmutableSortedDictionary<string, GraphResource> ByUrn(LayerGraph? graph, Normaliser words)
    {
        if (graph is null)
        {
            return ImmutableSortedDictionary<string, GraphResource>.Empty;
        }

        var normalised = words.Apply(JsonSerializer.SerializeToElement(graph, GraphJson.Default.LayerGraph));
        return (normalised.Deserialize(GraphJson.Default.LayerGraph)?.Resources ?? [])
            .ToImmutableSortedDictionary(resource => resource.Urn, resource => resource, StringComparer.Ordinal);
    }

    private static JsonElement Outputs(LayerGraph? graph, Normaliser words) =>
        graph is null ? CanonicalJson.EmptyObject : words.Apply(graph.Outputs);

    /// <summary>The inputs, with the options among them under a name of their own.</summary>
    private static JsonElement Settings(GraphResource resource) => CanonicalJson.Of(resource.Inputs.EnumerateObject()
        .ToImmutableDictionary(input => input.Name, input => input.Value)
        .SetItem("options", JsonSerializer.SerializeToElement(resource.Options, GraphJson.Default.GraphOptions)));
}
