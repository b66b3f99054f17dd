using System.Globalization;
using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Automation.Policies;

/// <summary>Reading a resource's inputs by path: <c>rules[0].status</c>.</summary>
internal static class GraphResourceExtensions
{
    private const int Longest = 120;

    extension(GraphResource resource)
    {
        /// <summary>The value at a path; null where there is none.</summary>
        public JsonElement? At(string path) => resource.Inputs.At(path);

        public string? Text(string path) => resource.At(path).AsText();

        public bool IsTrue(string path) => resource.At(path).IsTrue();

        public decimal? Number(string path) => resource.At(path).AsNumber();

        /// <summary>The items of a list; none where it is absent.</summary>
        public IEnumerable<JsonElement> Items(string path) =>
            resource.At(path) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

        /// <summary>The texts of a list; none where it is absent.</summary>
        public IEnumerable<string> Texts(string path) =>
            resource.Items(path).Select(item => item.GetString()).OfType<string>();

        /// <summary>A breach at a path, with what is there.</summary>
        public Breach Breach(string path) => new(resource, path, Shown(resource.At(path)));

        /// <summary>A breach at a path, in words.</summary>
        public Breach Breach(string path, string found) => new(resource, path, found);
    }

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

    private static string Shown(JsonElement? value)
    {
        if (value is not { } present)
        {
            return "nothing";
        }

        var text = CanonicalJson.Compact(present);
        return text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";
    }
}
