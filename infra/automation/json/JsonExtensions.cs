using System.Text.Json;

namespace Infra.Automation.Json;

/// <summary>Reading what may or may not be there.</summary>
public static class JsonExtensions
{
    /// <summary>A member of an object, or null where there is none or it is null.</summary>
    public static JsonElement? Member(this JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object
        && value.TryGetProperty(name, out var member)
        && member.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? member
            : null;

    /// <summary>A member's text, or null where there is none or it is not text.</summary>
    public static string? Text(this JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member's items; none where there is no such member or it is not a list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
