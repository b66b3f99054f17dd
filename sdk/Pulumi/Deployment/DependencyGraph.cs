using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What depending on resources means.</summary>
internal static class DependencyGraph
{
    /// <summary>The explicit dependencies; none while they are unknown.</summary>
    public static Task<ImmutableArray<Resource>> GatherAsync(InputList<Resource> dependsOn)
        => dependsOn.ToOutput().GetValueAsync(whenUnknown: []);

    /// <summary>The given resources, with every component's descendants down to the first custom resource.</summary>
    public static HashSet<Resource> Expand(IEnumerable<Resource> resources)
    {
        var reachable = new HashSet<Resource>();
        foreach (var resource in resources)
        {
            resource.AddReachable(reachable);
        }

        return reachable;
    }

    /// <summary>
    /// Waits until the resources are registered. A local component is not waited for itself: it stands for what is
    /// below it, and may be the very one that the waiting resource is in.
    /// </summary>
    public static Task AwaitAsync(IEnumerable<Resource> resources)
        => Task.WhenAll(Expand(resources)
            .Where(resource => resource is CustomResource or ComponentResource { Remote: true })
            .Select(resource => resource.Urn.GetValueAsync(whenUnknown: "")));
}
