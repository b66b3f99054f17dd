using System.Globalization;
using System.Text.Json;

namespace Infra.Automation.Json;

/// <summary>Reading values by path, <c>rules[0].status</c>, where any of them may be absent.</summary>
internal static class JsonPaths
{
    extension(JsonElement value)
    {
        public JsonElement? At(string path)
        {
            JsonElement? current = value;
            foreach (var step in path.Split('.', '['))
            {
                current = current is not { } here ? null
                    : !step.EndsWith(']') ? here.Member(step)
                    : int.Parse(step[..^1], CultureInfo.InvariantCulture) is var index
                        && here.ValueKind is JsonValueKind.Array && index < here.GetArrayLength() ? here[index]
                    : null;
            }

            return current;
        }
    }

    extension(JsonElement? value)
    {
        /// <summary>The text; null where it is something else.</summary>
        public string? AsText() => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

        /// <summary>Whether it is true, or the word; charts and add-ons write the word.</summary>
        public bool IsTrue() => value is { ValueKind: JsonValueKind.True } || value.AsText() is "true";

        public bool IsFalse() => value is { ValueKind: JsonValueKind.False } || value.AsText() is "false";

        /// <summary>Whether there is something: not nothing, and neither an empty text, list nor mapping.</summary>
        public bool IsPresent() => value switch
        {
            null => false,
            { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 },
            { ValueKind: JsonValueKind.Array } items => items.GetArrayLength() > 0,
            { ValueKind: JsonValueKind.Object } members => members.EnumerateObject().Any(),
            _ => true,
        };

        /// <summary>The number, also where it is written as text.</summary>
        public decimal? AsNumber() => value switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetDecimal(),
            { ValueKind: JsonValueKind.String } text
                when decimal.TryParse(text.GetString(), CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => null,
        };
    }
}
