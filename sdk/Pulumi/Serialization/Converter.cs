using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns the wire form into a value of an output's type. A value that does not fit is a warning and the type's default:
/// a provider's state may be newer than the program.
/// </summary>
internal sealed class Converter(Action<string> warn)
{
    /// <param name="context">What the value is, for warnings.</param>
    /// <param name="wire">The value in the wire form.</param>
    /// <param name="target">A type that <see cref="TargetTypes"/> has checked.</param>
    public OutputData<object?> Convert(string context, object? wire, Type target)
    {
        var data = Deserializer.Deserialize(wire);
        return data with { Value = ConvertOrWarn(context, data.Value, target) };
    }

    /// <exception cref="InvalidOperationException">The type is not one that an output can have.</exception>
    public OutputData<T> Convert<T>(string context, object? wire)
    {
        TargetTypes.Check(context, typeof(T));
        var data = Convert(context, wire, typeof(T));
        return data.With(data.Value is null ? default! : (T)data.Value);
    }

    private static string Mismatch(string context, Type expected, object value)
        => $"Expected {expected.FullName} but got {value.GetType().FullName} deserializing {context}";

    private static Result Ensure<T>(string context, object value)
        => value is T ? new Result(value) : new Result(default(T), Mismatch(context, typeof(T), value));

    private static Result ConvertEnumType(string context, object value, Type target)
        => value is string or double && EnumType.ConstructorFrom(target, value.GetType()) is { } constructor
            ? new Result(constructor.Invoke([value]))
            : new Result(null, Mismatch(context, target, value));

    private static Result ConvertJson(string context, object value)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonText.Of(value));
            return new Result(document.RootElement.Clone());
        }
        catch (InvalidOperationException error)
        {
            return new Result(null, $"{error.Message} It was found when deserializing {context}");
        }
    }

    private object? ConvertOrWarn(string context, object? value, Type target)
    {
        var result = TryConvert(context, value, target);
        if (result.Error is not null)
        {
            warn(result.Error);
        }

        return result.Value;
    }

    private Result TryConvert(string context, object? value, Type target)
    {
        if (Nullable.GetUnderlyingType(target) is { } underlying)
        {
            return value is null ? new Result(null) : TryConvert(context, value, underlying);
        }

        if (value is null)
        {
            // An unknown has no value; neither has a property that the state does not have.
            return new Result(target.IsValueType ? Activator.CreateInstance(target) : null);
        }

        return target switch
        {
            _ when target == typeof(object) => new Result(value),
            _ when target == typeof(string) => Ensure<string>(context, value),
            _ when target == typeof(bool) => Ensure<bool>(context, value),
            _ when target == typeof(double) => Ensure<double>(context, value),
            _ when target == typeof(int) => value is double number
                ? new Result((int)number)
                : new Result(null, Mismatch(context, typeof(double), value)),
            _ when target == typeof(Asset) => new Result(value as Asset ?? new InvalidAsset()),
            _ when target == typeof(Archive) => new Result(value as Archive ?? new InvalidArchive()),
            _ when target == typeof(AssetOrArchive) => new Result(value as AssetOrArchive ?? new InvalidAsset()),
            _ when target == typeof(JsonElement) => ConvertJson(context, value),
            _ when target.IsAssignableTo(typeof(Resource)) => Ensure<Resource>(context, value),
            { IsEnum: true } => TryConvert(context, value, typeof(int)) is { Error: null, Value: { } member }
                ? new Result(Enum.ToObject(target, member))
                : new Result(null, Mismatch(context, typeof(double), value)),
            _ when EnumType.IsEnumType(target) => ConvertEnumType(context, value, target),
            { IsConstructedGenericType: true } => ConvertGeneric(context, value, target),
            _ => ConvertOutputType(context, value, target),
        };
    }

    private Result ConvertGeneric(string context, object value, Type target)
    {
        var definition = target.GetGenericTypeDefinition();
        var elements = target.GenericTypeArguments;
        if (definition == typeof(Union<,>))
        {
            return ConvertUnion(context, value, target);
        }

        if (definition == typeof(Output<>))
        {
            var inner = TryConvert(context, value, elements[0]);
            return inner.Error is null ? new Result(CollectionFactory.Of(elements[0]).Output(inner.Value)) : inner;
        }

        if (definition == typeof(ImmutableArray<>))
        {
            return value is ImmutableArray<object?> array
                ? new Result(CollectionFactory.Of(elements[0])
                    .Array(array.Select(element => ConvertOrWarn(context, element, elements[0]))))
                : new Result(null, Mismatch(context, typeof(ImmutableArray<object>), value));
        }

        if (value is not ImmutableDictionary<string, object?> map)
        {
            return new Result(null, Mismatch(context, typeof(ImmutableDictionary<string, object>), value));
        }

        var entries = map.Select(
            entry => KeyValuePair.Create(entry.Key, ConvertOrWarn(context, entry.Value, elements[1])));
        return new Result(definition == typeof(Dictionary<,>)
            ? CollectionFactory.Of(elements[1]).Dictionary(entries)
            : CollectionFactory.Of(elements[1]).ImmutableDictionary(entries));
    }

    private Result ConvertUnion(string context, object value, Type target)
    {
        for (var i = 0; i < 2; i++)
        {
            var converted = TryConvert($"{context}.AsT{i}", value, target.GenericTypeArguments[i]);
            if (converted.Error is null)
            {
                return new Result(target.GetMethod($"FromT{i}")?.Invoke(null, [converted.Value]));
            }
        }

        return new Result(
            null,
            $"Expected {target.GenericTypeArguments[0].FullName} or {target.GenericTypeArguments[1].FullName} but got "
            + $"{value.GetType().FullName} deserializing {context}");
    }

    private Result ConvertOutputType(string context, object value, Type target)
    {
        if (value is not ImmutableDictionary<string, object?> map || TargetTypes.ConstructorOf(target) is not { } build)
        {
            return new Result(null, Mismatch(context, typeof(ImmutableDictionary<string, object>), value));
        }

        var arguments = build.GetParameters().Select(parameter => ConvertOrWarn(
            $"{target.FullName}({parameter.Name})",
            map.GetValueOrDefault(WireName(parameter)),
            parameter.ParameterType));
        return new Result(build.Invoke([.. arguments]));

        static string WireName(ParameterInfo parameter)
            => parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name ?? "";
    }

    private readonly record struct Result(object? Value, string? Error = null);
}
