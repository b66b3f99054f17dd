using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>
/// Turns the wire form into what a mock or an output sees: secrets and unknowns, at any depth, become a property of the
/// whole; assets and resources become objects.
/// </summary>
internal static class Deserializer
{
    /// <exception cref="InvalidOperationException">The value has a signature but not the shape it asks for.</exception>
    public static OutputData<object?> Deserialize(object? value) => value switch
    {
        Wire.Unknown => OutputData<object?>.Unknown(null),
        ImmutableArray<object?> array => Array(array),
        ImmutableDictionary<string, object?> map => Wire.SignatureOf(map) switch
        {
            Wire.SecretSignature => Deserialize(Required(map, Wire.Value)) with { IsSecret = true },
            Wire.AssetSignature => OutputData<object?>.Known(Asset(map)),
            Wire.ArchiveSignature => OutputData<object?>.Known(Archive(map)),
            Wire.ResourceSignature => OutputData<object?>.Known(Reference(map)),
            _ => Map(map),
        },
        _ => OutputData<object?>.Known(value),
    };

    private static OutputData<object?> Array(ImmutableArray<object?> array)
    {
        var all = OutputData<object?>.Known(null);
        var values = ImmutableArray.CreateBuilder<object?>(array.Length);
        foreach (var element in array)
        {
            var data = Deserialize(element);
            all = all.DerivedFrom(data);
            values.Add(data.Value);
        }

        return all with { Value = values.MoveToImmutable() };
    }

    private static OutputData<object?> Map(ImmutableDictionary<string, object?> map)
    {
        var all = OutputData<object?>.Known(null);
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, element) in map)
        {
            var data = Deserialize(element);
            all = all.DerivedFrom(data);
            values.Add(name, data.Value);
        }

        return all with { Value = values.ToImmutable() };
    }

    private static Asset Asset(ImmutableDictionary<string, object?> map) => map switch
    {
        _ when Text(map, Wire.Path) is { } path => new FileAsset(path),
        _ when Text(map, Wire.Uri) is { } uri => new RemoteAsset(uri),
        _ when Text(map, Wire.Text) is { } text => new StringAsset(text),
        _ => throw Malformed("an asset"),
    };

    private static Archive Archive(ImmutableDictionary<string, object?> map) => map switch
    {
        _ when Text(map, Wire.Path) is { } path => new FileArchive(path),
        _ when Text(map, Wire.Uri) is { } uri => new RemoteArchive(uri),
        _ when map.GetValueOrDefault(Wire.Assets) is ImmutableDictionary<string, object?> assets
            => new AssetArchive(assets.ToDictionary(
                entry => entry.Key,
                entry => Deserialize(entry.Value).Value as AssetOrArchive ?? throw Malformed("an archive"))),
        _ => throw Malformed("an archive"),
    };

    private static Resource Reference(ImmutableDictionary<string, object?> map)
    {
        var urn = Text(map, Wire.Urn) ?? throw Malformed("a resource");
        return ResourceTypes.TryConstruct(urn, Text(map, Wire.Version)) ?? new DependencyResource(urn);
    }

    private static object? Required(ImmutableDictionary<string, object?> map, string name)
        => map.TryGetValue(name, out var value)
            ? value
            : throw new InvalidOperationException($"Secrets must have a field called '{name}'.");

    private static string? Text(ImmutableDictionary<string, object?> map, string name)
        => map.GetValueOrDefault(name) as string;

    private static InvalidOperationException Malformed(string what)
        => new($"A value is marked as {what} but does not have the shape of one.");
}
