using System.Reflection;

namespace Pulumi;

/// <summary>The resource classes of the loaded assemblies, by the type token that they stand for.</summary>
internal static class ResourceTypes
{
    private static readonly Lazy<ILookup<string, (string? Version, Type Type)>> ByToken = new(Discover);

    /// <summary>The resource that a reference points to; null if no class stands for its type.</summary>
    public static Resource? TryConstruct(string urn, string? version)
    {
        if (Find(Urn.TypeOf(urn), version) is not { } type)
        {
            return null;
        }

        var constructor = type.GetConstructors().Single(one => one.GetParameters().Length == 3);
        ResourceOptions options = type.IsAssignableTo(typeof(CustomResource))
            ? new CustomResourceOptions { Urn = urn }
            : new ComponentResourceOptions { Urn = urn };
        return (Resource)constructor.Invoke(
            BindingFlags.DoNotWrapExceptions, binder: null, [Urn.NameOf(urn), null, options], culture: null);
    }

    /// <summary>The newest class of the same major version that is not older than asked for.</summary>
    private static Type? Find(string token, string? version)
    {
        var wanted = Parse(version);
        return ByToken.Value[token]
            .Select(found => (Version: Parse(found.Version) ?? wanted, found.Type))
            .Where(found => wanted is null || (found.Version >= wanted && found.Version?.Major == wanted.Major))
            .OrderByDescending(found => found.Version)
            .Select(found => found.Type)
            .FirstOrDefault();
    }

    private static Version? Parse(string? version)
        => Version.TryParse(version?.TrimStart('v').Split('-', '+')[0], out var parsed) ? parsed : null;

    private static ILookup<string, (string? Version, Type Type)> Discover()
        => (from assembly in WithReferences()
            where assembly.GetReferencedAssemblies().Any(IsPulumi)
            from type in assembly.GetTypes()
            where type.IsAssignableTo(typeof(Resource))
            let attribute = type.GetCustomAttribute<ResourceTypeAttribute>()
            where attribute is not null
            select (attribute.Type, attribute.Version, Class: type))
            .ToLookup(found => found.Type, found => ((string?)found.Version, found.Class));

    /// <summary>The loaded assemblies and all they refer to: one that nothing has used yet is not loaded.</summary>
    private static IEnumerable<Assembly> WithReferences()
    {
        var seen = new HashSet<string>();
        var next = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(one => !one.IsDynamic));
        while (next.TryDequeue(out var assembly))
        {
            if (!seen.Add(assembly.FullName ?? ""))
            {
                continue;
            }

            yield return assembly;
            foreach (var reference in assembly.GetReferencedAssemblies().Where(IsNotSystem))
            {
                next.Enqueue(Assembly.Load(reference));
            }
        }
    }

    private static bool IsPulumi(AssemblyName name) => name.Name == typeof(Resource).Assembly.GetName().Name;

    private static bool IsNotSystem(AssemblyName name)
        => !name.FullName.StartsWith("System", StringComparison.Ordinal)
            && name.ContentType != AssemblyContentType.WindowsRuntime;
}
