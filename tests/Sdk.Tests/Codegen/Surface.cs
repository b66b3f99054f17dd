using System.Reflection;

namespace Sdk.Tests.Codegen;

/// <summary>Writes types and members as the lines of <c>Api/*.api.txt</c>.</summary>
internal static class Surface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The line of a type: namespace, kind, name and base.</summary>
    public static string HeadOf(Type type)
    {
        var kind = type.IsValueType ? "struct" : (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static class",
            (true, false) => "abstract class",
            (false, true) => "sealed class",
            (false, false) => "class",
        };
        var bases = type.IsValueType ? type.GetInterfaces() : type.BaseType is { } b && b != typeof(object) ? [b] : [];
        var tail = bases.Length > 0 ? $" : {string.Join(", ", bases.Select(NameOf))}" : "";
        return $"{type.Namespace} :: {kind} {type.FullName}{tail}";
    }

    /// <summary>The lines of what a caller or a deriving class sees declared on a type.</summary>
    public static IEnumerable<string> MembersOf(Type type) =>
    [
        .. type.GetConstructors(Declared).Where(c => c.IsPublic || c.IsFamily).Select(c =>
            $"{(c.IsPublic ? "public" : "protected")} {type.Name}({ParametersOf(c)})"),
        .. type.GetProperties(Declared).Where(p => p.GetMethod is { IsPublic: true }).Select(PropertyOf),
        .. type.GetMethods(Declared).Where(m => m.IsPublic && IsOwn(m)).Select(m =>
            $"public {(m.IsStatic ? "static " : "")}{NameOf(m.ReturnType)} {m.Name}({ParametersOf(m)})"),
    ];

    /// <summary>Accessors belong to their property; equality of a struct goes without saying.</summary>
    private static bool IsOwn(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && method.Name is not ("Equals" or "GetHashCode" or "ToString");

    private static string PropertyOf(PropertyInfo property)
    {
        var isStatic = property.GetMethod is { IsStatic: true } ? "static " : "";
        var mark = MarkOf(property.PropertyType, Nullability.Create(property));
        var set = property.SetMethod is { IsPublic: true } ? " set;" : "";
        return $"public {isStatic}{NameOf(property.PropertyType)}{mark} {property.Name} {{ get;{set} }}";
    }

    private static string ParametersOf(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{NameOf(p.ParameterType)}{MarkOf(p.ParameterType, Nullability.Create(p))} {p.Name}"
        + (p.HasDefaultValue ? " = null" : "")));

    private static string MarkOf(Type type, NullabilityInfo nullability) =>
        !type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "";

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return $"{NameOf(inner)}?";
        }

        var name = Type.GetTypeCode(type) switch
        {
            TypeCode.String => "string",
            TypeCode.Int32 => "int",
            TypeCode.Double => "double",
            TypeCode.Boolean => "bool",
            _ when type == typeof(object) => "object",
            _ when type.Namespace is "Pulumi" || type.Namespace?.StartsWith("System", StringComparison.Ordinal) is true
                => type.Name,
            _ => type.FullName ?? type.Name,
        };
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : name;
    }
}
