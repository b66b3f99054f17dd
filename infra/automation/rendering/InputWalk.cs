using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Pulumi;

namespace Infra.Automation.Rendering;

/// <summary>
/// Walks the arguments of a resource and finds what their wire form no longer tells: which places are secret, which are
/// not known, and which resources the values came from.
/// </summary>
internal sealed class InputWalk
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Member>> _members = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> _unions = new();

    private readonly List<ImmutableArray<string>> _secrets = [];

    /// <summary>Paths of the secret values: member names and list indexes.</summary>
    public IReadOnlyList<ImmutableArray<string>> Secrets => _secrets;

    /// <summary>The first input that is not known, and what it came from.</summary>
    public (string Path, ImmutableHashSet<Resource> From)? Unknown { get; private set; }

    /// <summary>The resources that any of the inputs came from.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    public static async Task<InputWalk> OfAsync(InputArgs args)
    {
        var walk = new InputWalk();
        await walk.WalkAsync(args, []);
        return walk;
    }

    private static ImmutableArray<Member> MembersOf(Type type)
    {
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var members = ImmutableArray.CreateBuilder<Member>();
        for (var owner = type; owner is not null && owner != typeof(InputArgs); owner = owner.BaseType)
        {
            foreach (var field in owner.GetFields(All))
            {
                if (WireName.OfInput(field) is var (name, json))
                {
                    members.Add(new(name, json, field.GetValue));
                }
            }

            foreach (var property in owner.GetProperties(All))
            {
                if (WireName.OfInput(property) is var (name, json))
                {
                    members.Add(new(name, json, property.GetValue));
                }
            }
        }

        return members.ToImmutable();
    }

    private async Task WalkAsync(object? value, ImmutableArray<string> path)
    {
        if (value is null or string)
        {
            return;
        }

        if (value is InputArgs args)
        {
            await WalkMembersAsync(args, path);
        }
        else if (value is Resource resource)
        {
            Dependencies.Add(resource);
        }
        else if (OutputProbe.Read(value) is { } reading)
        {
            await WalkOutputAsync(await reading, path);
        }
        else if (_unions.GetOrAdd(value.GetType(), UnionValue) is { } union)
        {
            await WalkAsync(union.GetValue(value), path);
        }
        else if (value is IDictionary entries)
        {
            foreach (DictionaryEntry entry in entries)
            {
                await WalkAsync(entry.Value, path.Add((string)entry.Key));
            }
        }
        else if (value is IEnumerable items && !IsUnset(value))
        {
            var index = 0;
            foreach (var item in items)
            {
                await WalkAsync(item, path.Add(index++.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private async Task WalkMembersAsync(InputArgs args, ImmutableArray<string> path)
    {
        foreach (var member in _members.GetOrAdd(args.GetType(), MembersOf))
        {
            var before = _secrets.Count;
            var place = path.Add(member.Name);
            await WalkAsync(member.Read(args), place);
            if (member.Json && _secrets.Count > before)
            {
                // It travels as one text, and a secret in a text makes the text a secret.
                _secrets.RemoveRange(before, _secrets.Count - before);
                _secrets.Add(place);
            }
        }
    }

    private async Task WalkOutputAsync(OutputProbe probe, ImmutableArray<string> path)
    {
        Dependencies.UnionWith(probe.Dependencies);
        if (probe.IsSecret)
        {
            _secrets.Add(path);
        }
        else if (!probe.IsKnown)
        {
            Unknown ??= (string.Join('.', path), probe.Dependencies);
        }
        else
        {
            await WalkAsync(probe.Value, path);
        }
    }

    private static PropertyInfo? UnionValue(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>) ? type.GetProperty("Value") : null;

    /// <summary>An immutable array that was never given a value throws when it is walked.</summary>
    private static bool IsUnset(object value) =>
        value is ValueType && value.Equals(Activator.CreateInstance(value.GetType()));

    private sealed record Member(string Name, bool Json, Func<object, object?> Read);
}
