using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The open outputs of a resource that is being registered, by wire name.</summary>
internal sealed class OutputSources
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<Member>> ByType = new();

    private readonly ImmutableDictionary<string, OutputSource> _byName;

    private OutputSources(ImmutableDictionary<string, OutputSource> byName) => _byName = byName;

    /// <summary>Gives every <see cref="OutputAttribute"/> property of a resource an open output.</summary>
    /// <exception cref="RunException">A property is not an <see cref="Output{T}"/>.</exception>
    /// <exception cref="InvalidOperationException">A property has no setter, or a type that no output has.</exception>
    public static OutputSources Fill(Resource resource)
    {
        var byName = ImmutableDictionary.CreateBuilder<string, OutputSource>();
        foreach (var member in ByType.GetOrAdd(resource.GetType(), Find))
        {
            var source = member.NewSource(resource);
            byName.Add(member.WireName, source);
            member.Setter.Invoke(resource, [source.Output]);
        }

        return new OutputSources(byName.ToImmutable());
    }

    /// <summary>Resolves the outputs that a state has a value for.</summary>
    public void Resolve(Resource resource, string urn, string id, ImmutableDictionary<string, object?> state)
    {
        var converter = new Converter(message => Log.Warn(message, resource));
        foreach (var (name, source) in _byName)
        {
            if (name == Wire.Urn)
            {
                source.Resolve(OutputData<object?>.Known(urn));
            }
            else if (name == Wire.Id && resource is CustomResource)
            {
                source.Resolve(OutputData<object?>.Known(id) with { IsKnown = id.Length > 0 });
            }
            else if (state.TryGetValue(name, out var value))
            {
                source.Resolve(converter.Convert($"{resource.GetType().FullName}.{name}", value, source.ValueType));
            }
        }
    }

    /// <summary>Resolves what is still open to the type's default.</summary>
    public void Complete(bool isKnown)
    {
        foreach (var source in _byName.Values)
        {
            source.Complete(isKnown);
        }
    }

    public void Fail(Exception error)
    {
        foreach (var source in _byName.Values)
        {
            source.Fail(error);
        }
    }

    private static ImmutableArray<Member> Find(Type type) =>
    [
        .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let attribute = property.GetCustomAttribute<OutputAttribute>()
           where attribute is not null
           select Member.Of(type, property, attribute.Name ?? property.Name),
    ];

    private sealed record Member(string WireName, MethodInfo Setter, Func<Resource, OutputSource> NewSource)
    {
        public static Member Of(Type owner, PropertyInfo property, string wireName)
        {
            var type = property.PropertyType;
            if (!type.IsConstructedGenericType || type.GetGenericTypeDefinition() != typeof(Output<>))
            {
                throw RunException.OutputsHaveIncorrectType([wireName]);
            }

            var fullName = $"[Output] {owner.FullName}.{property.Name}";

            // The setter of the class that declares the property: a private one is not seen through a derived class.
            var setter = property.DeclaringType?.GetProperty(property.Name, Declared)?.GetSetMethod(nonPublic: true)
                ?? throw new InvalidOperationException($"{fullName} did not have a 'set' method");
            TargetTypes.Check(fullName, type.GenericTypeArguments[0]);
            var source = typeof(OutputSource<>).MakeGenericType(type.GenericTypeArguments);
            return new Member(
                wireName, setter, resource => (OutputSource)Activator.CreateInstance(source, resource)!);
        }
    }
}
