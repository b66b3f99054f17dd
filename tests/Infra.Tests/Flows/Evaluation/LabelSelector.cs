using System.Text.Json.Nodes;

namespace Infra.Tests.Flows.Evaluation;

/// <summary>A Kubernetes label selector. Its requirements are ANDed; without any it matches everything.</summary>
internal sealed class LabelSelector(JsonNode selector)
{
    private readonly KeyValuePair<string, string>[] _labels =
        [.. ((JsonObject?)selector["matchLabels"] ?? []).Select(l => KeyValuePair.Create(l.Key, Text(l.Value)))];

    private readonly (string Key, string Operator, string[] Values)[] _expressions =
    [
        .. ((JsonArray?)selector["matchExpressions"] ?? []).Select(e =>
            (Text(e?["key"]), Text(e?["operator"]), ((JsonArray?)e?["values"] ?? []).Select(Text).ToArray())),
    ];

    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        foreach (var (key, value) in _labels)
        {
            if (!labels.TryGetValue(key, out var found) || found != value)
            {
                return false;
            }
        }

        return Array.TrueForAll(_expressions, e => Fulfils(labels, e.Key, e.Operator, e.Values));
    }

    private static bool Fulfils(IReadOnlyDictionary<string, string> labels, string key, string op, string[] values) =>
        op switch
        {
            "In" => labels.TryGetValue(key, out var value) && values.Contains(value),
            "NotIn" => !labels.TryGetValue(key, out var value) || !values.Contains(value),
            "Exists" => labels.ContainsKey(key),
            "DoesNotExist" => !labels.ContainsKey(key),
            _ => throw new InvalidDataException($"The operator '{op}' is none of Kubernetes'."),
        };

    private static string Text(JsonNode? node) =>
        node?.GetValue<string>() ?? throw new InvalidDataException("A label selector lacks a text where it needs one.");
}
