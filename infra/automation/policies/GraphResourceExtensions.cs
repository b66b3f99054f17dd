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
