using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Open enumerations: structs marked with <see cref="EnumTypeAttribute"/> over a string or a double.</summary>
internal static class EnumType
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    public static bool IsEnumType(Type type)
        => type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null;

    public static ConstructorInfo? ConstructorFrom(Type type, Type underlying)
        => type.GetConstructor(Instance, [underlying]);

    public static MethodInfo? ConversionOf(Type type)
        => type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);

    public static object? ToUnderlying(object value, string context)
    {
        var conversion = ConversionOf(value.GetType());
        return conversion?.ReturnType == typeof(string) || conversion?.ReturnType == typeof(double)
            ? conversion.Invoke(null, [value])
            : throw new InvalidOperationException(
                $"Expected {value.GetType().FullName} to have an explicit conversion operator to String or Double."
                + $"\n\t{context}");
    }
}
