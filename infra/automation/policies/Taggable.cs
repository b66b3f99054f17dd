using System.Reflection;
using Infra.Automation.Rendering;
using Pulumi;

namespace Infra.Automation.Policies;

/// <summary>
/// Which types of resource take tags: read from the provider's own classes, so that a new type needs no entry here.
/// </summary>
internal static class Taggable
{
    private static readonly Lazy<HashSet<string>> _types = new(() => Find(typeof(Pulumi.Aws.Provider).Assembly));

    public static bool Has(string type) => _types.Value.Contains(type);

    private static HashSet<string> Find(Assembly provider) =>
    [
        .. from type in provider.GetExportedTypes()
           let token = type.GetCustomAttribute<ResourceTypeAttribute>()?.Type
           where token is not null && TakesTags(type)
           select token,
    ];

    private static bool TakesTags(Type resource) => resource.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Where(parameter => typeof(ResourceArgs).IsAssignableFrom(parameter.ParameterType))
        .SelectMany(parameter => parameter.ParameterType.GetMembers(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        .Any(member => WireName.OfInput(member)?.Name == "tags"); // Maps are fields behind properties.
}
