using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns what a program gives a resource into the wire form, and gathers the resources it came from.</summary>
internal sealed class Serializer
{
    /// <summary>Whether a resource is sent as a reference, or as its id (a component: as its URN).</summary>
    public bool KeepsResources { get; init; } = true;

    public HashSet<Resource> Dependencies { get; } = [];

    /// <param name="context">Where the value stands, for errors: <c>resource:name[type].property[0].nested</c>.</param>
    /// <param name="value">Anything that has a wire form.</param>
    /// <exception cref="InvalidOperationException">The value has no wire form.</exception>
    public async Task<object?> SerializeAsync(string context, object? value) => value switch
    {
        null or bool or double or string => value,
        int number => (double)number,
        ValueTuple => null,
        InputArgs args => await SerializeMapAsync(context, args.ToDictionary(context)).ConfigureAwait(false),
        AssetOrArchive asset => await SerializeAssetAsync(context, asset).ConfigureAwait(false),
        Task => throw new InvalidOperationException(
            $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{context}"),
        ICollectionInput list => await SerializeAsync(context, list.Elements).ConfigureAwait(false),
        IInput input => await SerializeOutputAsync(context, input.ToOutput()).ConfigureAwait(false),
        IOutput output => await SerializeOutputAsync(context, output).ConfigureAwait(false),
        IUnion union => await SerializeAsync(context, union.Value).ConfigureAwait(false),
        JsonElement json => SerializeJson(json),
        CustomResource resource => await SerializeCustomAsync(context, resource).ConfigureAwait(false),
        ComponentResource resource => await SerializeComponentAsync(context, resource).ConfigureAwait(false),
        IDictionary map => await SerializeMapAsync(context, map).ConfigureAwait(false),
        IList list => await SerializeListAsync(context, list).ConfigureAwait(false),
        Enum member when member.GetTypeCode() == TypeCode.Int32 => (double)(int)value,
        _ when EnumType.IsEnumType(value.GetType()) => EnumType.ToUnderlying(value, context),
        _ when value.GetType().GetCustomAttribute<OutputTypeAttribute>() is not null
            => await SerializeOutputTypeAsync(context, value).ConfigureAwait(false),
        _ => throw new InvalidOperationException(
            $"{value.GetType().FullName} is not a supported argument type.\n\t{context}"),
    };

    private static object? SerializeJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => json.EnumerateArray().Select(SerializeJson).ToImmutableArray(),
        JsonValueKind.Object => json.EnumerateObject()
            .ToImmutableDictionary(property => property.Name, property => SerializeJson(property.Value)),
        _ => throw new InvalidOperationException($"Unknown kind of JSON value: {json.ValueKind}."),
    };

    private async Task<object?> SerializeOutputAsync(string context, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        Dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return Wire.Unknown;
        }

        var value = await SerializeAsync(context, data.Value).ConfigureAwait(false);
        return data.IsSecret ? Wire.Secret(value) : value;
    }

    private async Task<object?> SerializeCustomAsync(string context, CustomResource resource)
    {
        Dependencies.Add(resource);
        var id = await SerializeAsync($"{context}.{Wire.Id}", resource.Id).ConfigureAwait(false);
        if (!KeepsResources)
        {
            return id;
        }

        var urn = await SerializeAsync($"{context}.{Wire.Urn}", resource.Urn).ConfigureAwait(false);
        return Wire.Signed(
            Wire.ResourceSignature, (Wire.Urn, urn), (Wire.Id, id is Wire.Unknown ? "" : id));
    }

    private async Task<object?> SerializeComponentAsync(string context, ComponentResource resource)
    {
        // Only the URN, never the properties: a component's outputs may wait for a child that waits for this value.
        var urn = await SerializeAsync($"{context}.{Wire.Urn}", resource.Urn).ConfigureAwait(false);
        return KeepsResources ? Wire.Signed(Wire.ResourceSignature, (Wire.Urn, urn)) : urn;
    }

    private async Task<object?> SerializeAssetAsync(string context, AssetOrArchive asset)
    {
        if (asset is InvalidAsset or InvalidArchive)
        {
            throw new InvalidOperationException(
                $"An asset or archive that came from a malformed state cannot be used as an input:\n\t{context}");
        }

        var value = await SerializeAsync($"{context}.{asset.Property}", asset.Value).ConfigureAwait(false);
        return Wire.Signed(asset.Signature, (asset.Property, value));
    }

    private async Task<object?> SerializeMapAsync(string context, IDictionary map)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var key in map.Keys)
        {
            var name = key as string ?? throw new InvalidOperationException(
                $"Dictionaries are only supported with string keys:\n\t{context}");
            if (await SerializeAsync($"{context}.{name}", map[name]).ConfigureAwait(false) is { } value)
            {
                properties[name] = value;
            }
        }

        return properties.ToImmutable();
    }

    private async Task<object?> SerializeListAsync(string context, IList list)
    {
        if (CollectionFactory.IsDefault(list))
        {
            return ImmutableArray<object?>.Empty;
        }

        var elements = ImmutableArray.CreateBuilder<object?>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            elements.Add(await SerializeAsync($"{context}[{i}]", list[i]).ConfigureAwait(false));
        }

        return elements.MoveToImmutable();
    }

    /// <summary>An output given back as an input: its read-only fields, named by the wire's convention.</summary>
    private async Task<object?> SerializeOutputTypeAsync(string context, object value)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, object?>();
        var fields = value.GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
        foreach (var field in fields.Where(field => field.IsInitOnly))
        {
            var name = char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
            properties[name] = await SerializeAsync($"{context}.{name}", field.GetValue(value)).ConfigureAwait(false);
        }

        return properties.ToImmutable();
    }
}
