using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Automation.Rendering;

/// <summary>JSON as the plain values that mocks answer with.</summary>
internal static class PlainJson
{
    public static object? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject()
            .Where(member => member.Value.ValueKind is not JsonValueKind.Null)
            .ToImmutableDictionary(member => member.Name, member => Of(member.Value) ?? ""),
        JsonValueKind.Array => value.EnumerateArray().Select(item => Of(item) ?? "").ToImmutableArray(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
