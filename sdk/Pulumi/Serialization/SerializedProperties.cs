using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Properties in the wire form, absent ones left out, and the resources that they came from.</summary>
internal sealed record SerializedProperties(
    ImmutableDictionary<string, object?> Values, ImmutableHashSet<Resource> Dependencies)
{
    public static async Task<SerializedProperties> OfAsync(
        string label, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        var serializer = new Serializer();
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, property) in properties)
        {
            if (await serializer.SerializeAsync($"{label}.{name}", property).ConfigureAwait(false) is { } value)
            {
                values[name] = value;
            }
        }

        return new SerializedProperties(values.ToImmutable(), [.. serializer.Dependencies]);
    }
}
