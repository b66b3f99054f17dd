using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>The types that an output can have.</summary>
internal static class TargetTypes
{
    private static readonly ImmutableHashSet<Type> Leaves =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(Asset), typeof(Archive),
        typeof(AssetOrArchive), typeof(JsonElement),
    ];

    private static readonly ImmutableHashSet<Type> Wrappers =
    [
        typeof(Nullable<>), typeof(Union<,>), typeof(ImmutableArray<>), typeof(Output<>),
    ];

    private static readonly ImmutableHashSet<Type> Maps = [typeof(ImmutableDictionary<,>), typeof(Dictionary<,>)];

    /// <exception cref="InvalidOperationException">No value of the type can be read from the wire form.</exception>
    public static void Check(string context, Type type) => Check(context, type, []);

    /// <summary>The dictionary itself, its values checked.</summary>
    public static ImmutableDictionary<string, object?> CheckValues(
        string context, ImmutableDictionary<string, object?> dictionary)
    {
        foreach (var value in dictionary.Values.OfType<object>())
        {
            var type = value.GetType();
            Check(context, value is IInput or IOutput && type.IsGenericType ? type.GenericTypeArguments[0] : type);
        }

        return dictionary;
    }

    /// <summary>The constructor that builds an output type: the marked one, or the only public one.</summary>
    public static ConstructorInfo? ConstructorOf(Type type)
    {
        var all = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
        return all.FirstOrDefault(one => one.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? (all.Where(one => one.IsPublic).ToArray() is [var only] ? only : null);
    }

    private static void Check(string context, Type type, HashSet<Type> seen)
    {
        // Types may be recursive: each is looked into once.
        if (!seen.Add(type)
            || Leaves.Contains(type)
            || type.IsAssignableTo(typeof(Resource))
            || (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int)))
        {
            return;
        }

        if (EnumType.IsEnumType(type))
        {
            CheckEnumType(type);
        }
        else if (type.IsConstructedGenericType)
        {
            CheckGeneric(context, type, seen);
        }
        else
        {
            CheckOutputType(context, type, seen);
        }
    }

    private static void CheckEnumType(Type type)
    {
        var underlying = new[] { typeof(string), typeof(double) }
            .FirstOrDefault(candidate => EnumType.ConstructorFrom(type, candidate) is not null)
            ?? throw new InvalidOperationException(
                $"{type.FullName} had [{nameof(EnumTypeAttribute)}], but did not contain constructor with a single "
                + "String or Double parameter.");
        if (EnumType.ConversionOf(type)?.ReturnType != underlying)
        {
            throw new InvalidOperationException(
                $"{type.FullName} had [{nameof(EnumTypeAttribute)}], but did not contain an explicit conversion "
                + $"operator to {underlying.FullName}.");
        }
    }

    private static void CheckGeneric(string context, Type type, HashSet<Type> seen)
    {
        var definition = type.GetGenericTypeDefinition();
        if (Maps.Contains(definition) && type.GenericTypeArguments[0] != typeof(string))
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {type.FullName}:\n\tThe only allowed key type is String.");
        }

        if (!Maps.Contains(definition) && !Wrappers.Contains(definition))
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {type.FullName}:\n\tThe only generic types allowed are "
                + "ImmutableArray<...> and ImmutableDictionary<string, ...>");
        }

        foreach (var argument in type.GenericTypeArguments)
        {
            Check(context, argument, seen);
        }
    }

    private static void CheckOutputType(string context, Type type, HashSet<Type> seen)
    {
        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {type.FullName}. Allowed types are:\n\tString, Boolean, Int32, "
                + "Double,\n\tNullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...> or\n\ta class "
                + $"explicitly marked with the [{nameof(OutputTypeAttribute)}].");
        }

        var constructor = ConstructorOf(type) ?? throw new InvalidOperationException(
            $"{type.FullName} had [{nameof(OutputTypeAttribute)}], but did not contain constructor marked with "
            + $"[{nameof(OutputConstructorAttribute)}].");
        foreach (var parameter in constructor.GetParameters())
        {
            Check($"{type.FullName}({parameter.Name})", parameter.ParameterType, seen);
        }
    }
}
