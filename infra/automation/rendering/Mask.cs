using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Automation.Rendering;

/// <summary>Puts the placeholder in the place of secrets.</summary>
internal static class Mask
{
    /// <summary>The inputs with every value at one of the paths replaced.</summary>
    public static ImmutableDictionary<string, object> Apply(
        ImmutableDictionary<string, object> inputs, IReadOnlyList<ImmutableArray<string>> secrets) =>
        secrets.Aggregate(inputs, (masked, path) =>
            (ImmutableDictionary<string, object>?)Masked(masked, path.AsSpan()) ?? masked);

    private static object? Masked(object? value, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return Placeholder.Secret;
        }

        switch (value)
        {
            case ImmutableDictionary<string, object> members when members.TryGetValue(path[0], out var member):
                return Masked(member, path[1..]) is { } masked ? members.SetItem(path[0], masked) : members;
            case ImmutableArray<object> items when int.TryParse(path[0], CultureInfo.InvariantCulture, out var index):
                return Masked(items[index], path[1..]) is { } item ? items.SetItem(index, item) : items;
            case null:
                return null; // A secret that is null was never sent.
            default:
                // The wire form has another shape than the arguments. Hiding too much is safe, hiding too little is
                // not.
                return Placeholder.Secret;
        }
    }
}
