using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;

namespace Infra.Automation.Policies;

/// <summary>
/// A graph as rules ask it. Each index is built once, when the first rule needs it, so that all rules together take
/// time in proportion to the graph.
/// </summary>
internal sealed class PolicyContext
{
    private readonly ILookup<string, GraphResource> _byType;
    private readonly ILookup<string, GraphResource> _byParent;
    private readonly Dictionary<string, GraphResource> _byUrn;
    private readonly Dictionary<(string Type, string Path), ILookup<string, GraphResource>> _byMention = [];

    public PolicyContext(Graph graph, EnvironmentSettings environment)
    {
        (Graph, Environment) = (graph, environment);
        Resources = [.. graph.Layers.SelectMany(layer => layer.Resources)];
        _byType = Resources.ToLookup(resource => resource.Type, StringComparer.Ordinal);
        _byParent = Resources.Where(r => r.Parent is not null).ToLookup(r => r.Parent ?? "", StringComparer.Ordinal);
        _byUrn = Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
    }

    public Graph Graph { get; }

    public EnvironmentSettings Environment { get; }

    public IReadOnlyList<GraphResource> Resources { get; }

    /// <summary>The resources of any of the types.</summary>
    public IEnumerable<GraphResource> Each(params IEnumerable<string> types) => types.SelectMany(type => _byType[type]);

    /// <summary>The stack of a layer; rules report there what a whole layer lacks.</summary>
    public GraphResource? StackOf(string layer) => Graph.Layers
        .FirstOrDefault(candidate => candidate.Layer == layer)?.Resources
        .FirstOrDefault(resource => resource.Type == UrnText.StackType);

    /// <summary>The layer that a resource is in, as its URN says: its stack is ENVIRONMENT.LAYER.</summary>
    public string LayerOf(GraphResource resource) =>
        resource.Urn.Split("::", 2)[0][($"urn:pulumi:{Graph.Environment}.".Length)..];

    /// <summary>A breach for each resource of a type whose value at a path is not good.</summary>
    public IEnumerable<Breach> Unless(string type, string path, Func<JsonElement?, bool> good) =>
        Each(type).Where(resource => !good(resource.At(path))).Select(resource => resource.Breach(path));

    public GraphResource? Find(string urn) => _byUrn.GetValueOrDefault(urn);

    public IEnumerable<GraphResource> ChildrenOf(GraphResource parent) => _byParent[parent.Urn];

    /// <summary>
    /// The resources of a type that mean another one at a path, by a reference to it or by its name.
    /// </summary>
    public IEnumerable<GraphResource> About(GraphResource target, string type, string path) =>
        NamesOf(target).SelectMany(name => Mentions(type, path)[name]).Distinct();

    /// <summary>What a text means: the resource it refers to, or the one of a type that has it as its name.</summary>
    public GraphResource? Meant(string? text, string type) => text is null
        ? null
        : Reference.In(text).Select(reference => Find(reference.Urn)).FirstOrDefault(found => found?.Type == type)
            ?? _byType[type].FirstOrDefault(candidate => NamesOf(candidate).Contains(text));

    /// <summary>Whether the environment declares a layer and the graph holds it.</summary>
    public bool Has(string layer) => Graph.Layers.Any(candidate => candidate.Layer == layer);

    private ILookup<string, GraphResource> Mentions(string type, string path)
    {
        if (!_byMention.TryGetValue((type, path), out var mentions))
        {
            mentions = _byType[type]
                .SelectMany(resource => KeysIn(resource, path).Select(key => (key, resource)))
                .ToLookup(pair => pair.key, pair => pair.resource, StringComparer.Ordinal);
            _byMention[(type, path)] = mentions;
        }

        return mentions;
    }

    private static IEnumerable<string> KeysIn(GraphResource resource, string path) => resource.At(path) switch
    {
        { ValueKind: JsonValueKind.Array } items => items.EnumerateArray().SelectMany(Keys),
        { } value => Keys(value),
        null => [],
    };

    private static IEnumerable<string> Keys(JsonElement value) =>
        value.ValueKind is not JsonValueKind.String || value.GetString() is not { } text ? []
        : Reference.In(text).Select(reference => reference.Urn).ToList() is { Count: > 0 } urns ? urns
        : [text];

    /// <summary>How others call a resource: by URN, by the name it was given, or by the ARN made of that.</summary>
    private static IEnumerable<string> NamesOf(GraphResource resource)
    {
        yield return resource.Urn;
        foreach (var property in (string[])["bucket", "name", "identifier", "clusterIdentifier"])
        {
            if (resource.Inputs.Text(property) is { Length: > 0 } name)
            {
                yield return name;
                if (property == "bucket")
                {
                    yield return $"arn:aws:s3:::{name}";
                }
            }
        }
    }
}
