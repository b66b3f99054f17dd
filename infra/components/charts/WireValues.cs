using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Infra.Components.Charts;

/// <summary>
/// Typed values in the form in which Helm reads them: members that are null are left out, since Pulumi sends no null.
/// So a default of a chart cannot be taken away with null either; use the key that the chart has for that.
/// </summary>
public static class WireValues
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The values as JSON, keys in the order of the members.</summary>
    public static JsonObject Json(ChartValues values) =>
        JsonSerializer.SerializeToNode(values, values.GetType(), _options)?.AsObject()
        ?? throw new InvalidOperationException($"The values '{values.GetType().Name}' are written as no object.");

    /// <summary>The values as a release takes them.</summary>
    internal static ImmutableDictionary<string, object> Plain(ChartValues values) => Members(Json(values));

    private static ImmutableDictionary<string, object> Members(JsonObject json) => json
        .Where(member => member.Value is not null)
        .ToImmutableDictionary(member => member.Key, member => Plain(member.Value));

    private static object Plain(JsonNode? node) => node switch
    {
        JsonObject map => Members(map),
        JsonArray list => list.Select(Plain).ToImmutableArray(),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() is JsonValueKind.Number =>
            JsonSerializer.Deserialize<double>(value.ToJsonString()),
        JsonValue value => value.GetValueKind() is JsonValueKind.True,
        _ => throw new InvalidOperationException("A list in the values of a chart holds null: leave the item out."),
    };
}
