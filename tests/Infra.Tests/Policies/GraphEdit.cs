using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Tests.Policies;

/// <summary>Breaks a graph in one place. What is to be broken must be there, or the test fails.</summary>
internal sealed class GraphEdit(Graph graph)
{
    private Graph _graph = graph;

    public Graph Result => _graph;

    /// <summary>Sets an input; null takes it away.</summary>
    public void Set(string type, string? name, string path, object? value) => Change(Find(type, name), resource =>
    {
        var inputs = NodeOf(resource.Inputs);
        SetAt(inputs, path, value is null ? null : NodeOf(CanonicalJson.Of(value)));
        return resource with { Inputs = inputs.Deserialize<JsonElement>() };
    });

    /// <summary>Changes the statement of a policy that has a <c>Sid</c>, or the first one without.</summary>
    public void Statement(string type, string name, string path, string? sid, Action<JsonObject> change) =>
        Policy(type, name, path, statements => change(statements
            .Select(statement => Assert.IsType<JsonObject>(statement))
            .First(statement => sid is null || (string?)statement["Sid"] == sid)));

    /// <summary>Changes the statements of a policy.</summary>
    public void Policy(string type, string name, string path, Action<JsonArray> change)
    {
        var text = Find(type, name).Inputs.Text(path);
        Assert.NotNull(text);
        var policy = Assert.IsType<JsonObject>(JsonNode.Parse(text));
        change(Assert.IsType<JsonArray>(policy["Statement"]));
        Set(type, name, path, CanonicalJson.Compact(policy.Deserialize<JsonElement>()));
    }

    public void Options(string type, string? name, Func<GraphOptions, GraphOptions> change) =>
        Change(Find(type, name), resource => resource with { Options = change(resource.Options) });

    public void Provider(string type, string? name, string? provider) =>
        Change(Find(type, name), resource => resource with { Provider = provider });

    public void Remove(string type, string? name)
    {
        var urn = Find(type, name).Urn;
        _graph = _graph with
        {
            Layers = [.. _graph.Layers.Select(layer => layer with
            {
                Resources = [.. layer.Resources.Where(resource => resource.Urn != urn)],
            })],
        };
    }

    /// <summary>Adds a resource like another one, with other inputs.</summary>
    public void Copy(string type, string? name, string newType, string newName, object inputs)
    {
        var model = Find(type, name);
        var added = model with
        {
            Urn = model.Urn.Replace($"{model.Type}::{model.Name}", $"{newType}::{newName}", StringComparison.Ordinal),
            Type = newType,
            Name = newName,
            Inputs = CanonicalJson.Of(inputs),
        };
        _graph = _graph with
        {
            Layers = [.. _graph.Layers.Select(layer =>
                layer.Resources.Contains(model) ? layer with { Resources = layer.Resources.Add(added) } : layer)],
        };
    }

    /// <summary>The resource of a type: the one of a name, or the first.</summary>
    public GraphResource Find(string type, string? name) =>
        _graph.Layers.SelectMany(layer => layer.Resources)
            .FirstOrDefault(resource => resource.Type == type && (name is null || resource.Name == name))
        ?? throw new InvalidOperationException($"The graph has no '{type}' called '{name ?? "anything"}'.");

    private void Change(GraphResource resource, Func<GraphResource, GraphResource> change) => _graph = _graph with
    {
        Layers = [.. _graph.Layers.Select(layer => layer with
        {
            Resources = layer.Resources.Contains(resource)
                ? layer.Resources.Replace(resource, change(resource))
                : layer.Resources,
        })],
    };

    private static JsonNode NodeOf(JsonElement value) =>
        JsonNode.Parse(CanonicalJson.Compact(value)) ?? throw new InvalidOperationException("A null has no node.");

    private static void SetAt(JsonNode root, string path, JsonNode? value)
    {
        var steps = path.Split('.', '[').Select(step => step.TrimEnd(']')).ToImmutableArray();
        var at = root;
        foreach (var step in steps[..^1])
        {
            var next = at is JsonArray list ? list[Index(step)] : at[step];
            if (next is null && value is not null && at is JsonObject parent)
            {
                parent[step] = next = new JsonObject();
            }

            at = next ?? throw new InvalidOperationException($"There is nothing at '{step}' of '{path}'.");
        }

        switch (at, value)
        {
            case (JsonArray list, null):
                list.RemoveAt(Index(steps[^1]));
                break;
            case (JsonArray list, _):
                list[Index(steps[^1])] = value;
                break;
            case (JsonObject members, null):
                Assert.True(members.Remove(steps[^1]), $"There is nothing at '{path}'.");
                break;
            default:
                at[steps[^1]] = value;
                break;
        }
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
