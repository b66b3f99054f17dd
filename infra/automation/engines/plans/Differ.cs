using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Plans;

/// <summary>Compares two JSON values: objects by member, lists by index, anything else by its canonical form.</summary>
public static class Differ
{
    /// <summary>Every place where they differ, members in ordinal order; none where they are the same.</summary>
    public static ImmutableArray<PropertyChange> Compare(JsonElement old, JsonElement @new)
    {
        var changes = ImmutableArray.CreateBuilder<PropertyChange>();
        Compare("", old, @new, changes);
        return changes.ToImmutable();
    }

    private static void Compare(
        string path, JsonElement? old, JsonElement? @new, ImmutableArray<PropertyChange>.Builder changes)
    {
        switch (old, @new)
        {
            case (null, null):
                break;
            case (null, { } added):
                changes.Add(new(path, PropertyChangeKind.Added, null, added));
                break;
            case ({ } removed, null):
                changes.Add(new(path, PropertyChangeKind.Removed, removed, null));
                break;
            case ({ ValueKind: JsonValueKind.Object } a, { ValueKind: JsonValueKind.Object } b):
                var names = a.EnumerateObject().Concat(b.EnumerateObject()).Select(member => member.Name);
                foreach (var name in names.Distinct().Order(StringComparer.Ordinal))
                {
                    Compare(path.Length == 0 ? name : $"{path}.{name}", Find(a, name), Find(b, name), changes);
                }

                break;
            case ({ ValueKind: JsonValueKind.Array } a, { ValueKind: JsonValueKind.Array } b):
                for (var i = 0; i < Math.Max(a.GetArrayLength(), b.GetArrayLength()); i++)
                {
                    var item = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
                    Compare(item, Find(a, i), Find(b, i), changes);
                }

                break;
            case ({ } a, { } b) when !CanonicalJson.Same(a, b):
                CompareTexts(path, a, b, changes);
                break;
        }
    }

    /// <summary>
    /// Texts that hold JSON objects, such as policies, are compared inside, where that shows a difference.
    /// </summary>
    private static void CompareTexts(
        string path, JsonElement old, JsonElement @new, ImmutableArray<PropertyChange>.Builder changes)
    {
        var before = changes.Count;
        if (Document(old) is { } a && Document(@new) is { } b)
        {
            Compare(path, a, b, changes);
        }

        if (changes.Count == before)
        {
            changes.Add(new(path, PropertyChangeKind.Changed, old, @new));
        }
    }

    private static JsonElement? Document(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String || value.GetString() is not ['{', ..] text)
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null; // Not JSON: a text like any other.
        }
    }

    private static JsonElement? Find(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement? Find(JsonElement value, int index) =>
        index < value.GetArrayLength() ? value[index] : null;
}
