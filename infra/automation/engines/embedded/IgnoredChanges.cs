using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded;

/// <summary>The resource option <c>ignoreChanges</c>: what is there stays, whatever the program says.</summary>
internal static class IgnoredChanges
{
    /// <summary>
    /// Puts the current value, or its absence, in the place of each ignored member of the new inputs.
    /// </summary>
    /// <param name="inputs">What the program says.</param>
    /// <param name="current">What is there.</param>
    /// <param name="paths">Members, joined by dots; <c>*</c> stands for everything.</param>
    public static JsonElement Restore(JsonElement inputs, JsonElement current, IReadOnlyCollection<string> paths)
    {
        if (paths.Contains("*"))
        {
            return current;
        }

        return paths.Aggregate(inputs, (value, path) => RestoreAt(value, current, path.Split('.')));
    }

    private static JsonElement RestoreAt(JsonElement value, JsonElement? current, ReadOnlySpan<string> path)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return value;
        }

        var members = value.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        var (name, kept) = (path[0], current?.Member(path[0]));
        if (path.Length > 1 && members.TryGetValue(name, out var inner))
        {
            members[name] = RestoreAt(inner, kept, path[1..]);
        }
        else if (path.Length == 1 && kept is { } old)
        {
            members[name] = old;
        }
        else if (path.Length == 1)
        {
            members.Remove(name);
        }

        return CanonicalJson.Of(members);
    }
}
