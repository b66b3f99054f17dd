using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One member of an arguments class, found by reflection once per class.</summary>
internal sealed class InputMember(MemberInfo member, InputAttribute attribute, Func<object, object?> get)
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> ByType = new();

    public string WireName => attribute.Name;

    public static ImmutableArray<InputMember> Of(Type type) => ByType.GetOrAdd(type, Find);

    public object? Read(object args, string context)
    {
        var value = get(args);
        if (value is null && attribute.IsRequired)
        {
            throw new ArgumentNullException(
                member.Name, $"{FullName(args)} is required but was not given a value ({context})");
        }

        return attribute.Json ? ToJson(FullName(args), value) : value;
    }

    private static ImmutableArray<InputMember> Find(Type type) =>
    [
        .. from field in type.GetFields(Instance)
           let attribute = field.GetCustomAttribute<InputAttribute>()
           where attribute is not null
           select new InputMember(field, attribute, field.GetValue),
        .. from property in type.GetProperties(Instance)
           let attribute = property.GetCustomAttribute<InputAttribute>()
           where attribute is not null
           select new InputMember(property, attribute, property.GetValue),
    ];

    private static Output<string>? ToJson(string context, object? value)
    {
        return value switch
        {
            null => null,
            IInput input => input.ToOutput().UntypedApply(inner => Output.Create(WriteAsync(inner))),
            _ => Output.Create(WriteAsync(value)),
        };

        async Task<string> WriteAsync(object? inner)
        {
            var serializer = new Serializer { KeepsResources = false };
            return JsonText.Of(await serializer.SerializeAsync(context, inner).ConfigureAwait(false));
        }
    }

    private string FullName(object args) => $"[Input] {args.GetType().FullName}.{member.Name}";
}
