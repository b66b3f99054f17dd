using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sdk.Tests.Bundled;

/// <summary>
/// Type names as the files under <c>Api/</c> write them: short, but full below the SDK's root namespace, and with a
/// question mark where a value may be null. A type parameter may stand for a nullable type, so it always has one.
/// </summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(byte)] = "byte",
    };

    public static string Of(ParameterInfo parameter) => Of(new NullabilityInfoContext().Create(parameter));

    public static string Of(PropertyInfo property) => Of(new NullabilityInfoContext().Create(property));

    /// <summary>The name without question marks on reference types: bases and fields have none.</summary>
    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsByRef || type.IsArray)
        {
            var element = Of(type.GetElementType() ?? typeof(object));
            return type.IsArray ? $"{element}[]" : element;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Of(underlying)}?";
        }

        return type.IsGenericType ? Generic(type, type.GetGenericArguments().Select(Of)) : FullName(type);
    }

    private static string Of(NullabilityInfo info)
    {
        if (info.Type.IsByRef || Nullable.GetUnderlyingType(info.Type) is not null)
        {
            return Of(info.Type);
        }

        var name = info.ElementType is { } element ? $"{Of(element)}[]"
            : info.GenericTypeArguments.Length > 0 ? Generic(info.Type, info.GenericTypeArguments.Select(Of))
            : Of(info.Type);
        var state = info.ReadState is NullabilityState.Unknown ? info.WriteState : info.ReadState;
        return state is NullabilityState.Nullable && !info.Type.IsValueType ? $"{name}?" : name;
    }

    private static string Generic(Type type, IEnumerable<string> arguments)
    {
        var list = string.Join(", ", arguments);
        return type.IsAssignableTo(typeof(ITuple)) ? $"({list})" : $"{FullName(type)}<{list}>";
    }

    private static string FullName(Type type)
    {
        var name = type.Name.Split('`')[0];
        var owner = type.IsNested && !type.IsGenericParameter ? $"{type.DeclaringType?.Name}." : "";
        var isBelowRoot = !type.IsGenericParameter
            && type.Namespace?.StartsWith("Pulumi.", StringComparison.Ordinal) == true;
        return isBelowRoot ? $"{type.Namespace}.{owner}{name}" : owner + name;
    }
}
