using System.Globalization;
using System.Reflection;

namespace Sdk.Tests.Bundled;

/// <summary>Prints an assembly's public surface in the format of the files under <c>Api/</c>.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>Every public type with its members, each as a line.</summary>
    public static IReadOnlyDictionary<string, string[]> Of(Assembly assembly)
        => assembly.GetExportedTypes().ToDictionary(Header, type => Members(type).ToArray());

    private static string Header(Type type) => $"{type.Namespace} :: {Kind(type)} {TypeName.Of(type)}{Bases(type)}";

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        _ when type.IsSubclassOf(typeof(Delegate)) => "sealed delegate",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate)))
        {
            return "";
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        string[] bases =
        [
            .. type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)
                ? [TypeName.Of(parent)]
                : Array.Empty<string>(),
            .. type.GetInterfaces().Except(inherited).Where(one => one.IsPublic).Select(TypeName.Of),
        ];
        return bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return
            [
                string.Join(", ", Enum.GetNames(type).Select(name
                    => $"{name} = {Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")),
            ];
        }

        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke") ?? throw new MissingMethodException(type.Name, "Invoke");
            return [$"{TypeName.Of(invoke.ReturnParameter)} {Parameters(invoke)}"];
        }

        return type.GetConstructors(Declared).Where(IsVisible).Select(Constructor)
            .Concat(type.GetProperties(Declared).Select(Property).OfType<string>())
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic).Select(Field))
            .Concat(type.GetMethods(Declared).Where(IsOwnMethod).Select(Method));
    }

    private static bool IsVisible(MethodBase? method)
        => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static bool IsOwnMethod(MethodInfo method)
        => IsVisible(method)
            && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
            && method.GetBaseDefinition().DeclaringType != typeof(object)
            && method.GetBaseDefinition().DeclaringType != typeof(ValueType)
            && !(method.Name == nameof(Equals) && method.GetParameters().Length == 1);

    private static string Constructor(ConstructorInfo constructor)
        => $"{Access(constructor)} {constructor.DeclaringType?.Name.Split('`')[0]}{Parameters(constructor)}";

    private static string? Property(PropertyInfo property)
    {
        var getter = IsVisible(property.GetMethod) ? property.GetMethod : null;
        var setter = IsVisible(property.SetMethod) ? property.SetMethod : null;
        if ((getter ?? setter) is not { } accessor)
        {
            return null;
        }

        var isInit = setter?.ReturnParameter.GetRequiredCustomModifiers()
            .Any(modifier => modifier.Name == "IsExternalInit") ?? false;
        var accessors = (getter is null ? "" : "get; ") + (setter is null ? "" : isInit ? "init; " : "set; ");
        var name = property.GetIndexParameters() is [var index]
            ? $"this[{TypeName.Of(index)} {index.Name}]"
            : property.Name;
        var modifiers = Modifiers(accessor).Replace("override", "virtual", StringComparison.Ordinal);
        return $"{Access(accessor)}{modifiers} {TypeName.Of(property)} {name} {{ {accessors}}}";
    }

    private static string Field(FieldInfo field)
        => $"public {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}"
            + $"{TypeName.Of(field.FieldType)} {field.Name}";

    private static string Method(MethodInfo method)
    {
        var arguments = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        return $"{Access(method)}{Modifiers(method)} {TypeName.Of(method.ReturnParameter)} {method.Name}{arguments}"
            + Parameters(method);
    }

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true } => " static",
        { IsAbstract: true } => " abstract",
        _ when method.GetBaseDefinition() != method => " override",
        { IsVirtual: true, IsFinal: false } => " virtual",
        _ => "",
    };

    private static string Parameters(MethodBase method)
        => $"({string.Join(", ", method.GetParameters().Select(Parameter))})";

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter switch
        {
            _ when parameter.GetCustomAttribute<ParamArrayAttribute>() is not null => "params ",
            { IsOut: true } => "out ref ",
            _ => "",
        };
        return $"{prefix}{TypeName.Of(parameter)} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
        {
            return "";
        }

        return parameter.RawDefaultValue switch
        {
            null when parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
                => " = default",
            null => " = null",
            bool flag => flag ? " = true" : " = false",
            string text => $" = \"{text}\"",
            var value when parameter.ParameterType.IsEnum => $" = {Enum.GetName(parameter.ParameterType, value)}",
            var value => $" = {value}",
        };
    }
}
