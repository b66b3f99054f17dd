using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace Infra.Automation.Rendering;

/// <summary>
/// The outputs of a resource class, and what stands for each before the cloud has made the resource: its input of the
/// same name, else a <see cref="Reference"/> where it is text, or lists and objects of text. Anything else stays
/// unknown, as in a preview of the real engine, and using it is an error.
/// </summary>
internal sealed class OutputShape
{
    private static readonly ConcurrentDictionary<Type, OutputShape> _shapes = new();
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(string Name, Type Type)>> _parameters = new();

    private readonly ImmutableArray<(string Name, Type Type)> _outputs;

    private OutputShape(Type resource) => _outputs =
    [
        .. resource.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType.IsGenericType
                && property.PropertyType.GetGenericTypeDefinition() == typeof(Output<>))
            .Select(property => (WireName.OfOutput(property), Type: property.PropertyType.GenericTypeArguments[0]))
            .Where(output => output.Item1 is not (null or "id" or "urn"))
            .Select(output => (output.Item1 ?? "", output.Type)),
    ];

    public static OutputShape Of(Type resource) => _shapes.GetOrAdd(resource, type => new(type));

    /// <summary>What stands for each output; those that cannot be represented are left out.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="inputs">Its inputs by wire name, without the secret ones.</param>
    public ImmutableDictionary<string, object> Stand(string urn, IReadOnlyDictionary<string, object> inputs)
    {
        var state = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, type) in _outputs)
        {
            if (Value(type, new(urn, name), inputs.GetValueOrDefault(name)) is { } value)
            {
                state[name] = value;
            }
        }

        return state.ToImmutable();
    }

    /// <summary>The outputs that <see cref="Stand"/> left out.</summary>
    public IEnumerable<string> NotIn(IReadOnlyDictionary<string, object> state) =>
        _outputs.Select(output => output.Name).Where(name => !state.ContainsKey(name));

    private static object? Value(Type type, Reference reference, object? given)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (IsObject(plain))
        {
            return ObjectValue(plain, reference, given as IReadOnlyDictionary<string, object>);
        }

        if (given is not null)
        {
            return given;
        }

        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var item = Value(plain.GenericTypeArguments[0], reference with { Path = reference.Path + "[0]" }, null);
            return item is null ? null : ImmutableArray.Create(item);
        }

        return IsText(plain) ? reference.ToString() : null;
    }

    /// <summary>
    /// An object stands only whole: one member that cannot be represented would look as if it were absent.
    /// </summary>
    private static ImmutableDictionary<string, object>? ObjectValue(
        Type type, Reference reference, IReadOnlyDictionary<string, object>? given)
    {
        var members = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, member) in _parameters.GetOrAdd(type, ParametersOf))
        {
            var place = reference with { Path = $"{reference.Path}.{name}" };
            if (Value(member, place, given?.GetValueOrDefault(name)) is not { } value)
            {
                return null;
            }

            members[name] = value;
        }

        return members.ToImmutable();
    }

    private static bool IsObject(Type type) => Has(type, "Pulumi.OutputTypeAttribute");

    /// <summary>Text, and the enumerations of the SDK that are text.</summary>
    private static bool IsText(Type type) => type == typeof(string)
        || (!type.IsEnum && Has(type, "Pulumi.EnumTypeAttribute"));

    private static bool Has(MemberInfo member, string attribute) =>
        member.CustomAttributes.Any(data => data.AttributeType.FullName == attribute);

    private static ImmutableArray<(string Name, Type Type)> ParametersOf(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .First(candidate => Has(candidate, "Pulumi.OutputConstructorAttribute"));
        var parameters = constructor.GetParameters();
        return [.. parameters.Select(parameter => (WireName.OfParameter(parameter), parameter.ParameterType))];
    }
}
