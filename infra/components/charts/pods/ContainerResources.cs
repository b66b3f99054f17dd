namespace Infra.Components.Charts.Pods;

/// <summary>What a container is given and what it may use at most.</summary>
/// <param name="Requests">What it is given.</param>
/// <param name="Limits">What it may use at most.</param>
public sealed record ContainerResources(ResourceAmounts Requests, ResourceAmounts Limits)
{
    /// <summary>
    /// All the memory it may use is given to it, so that it is never evicted for a neighbour's; processor time has no
    /// limit, as a throttled pod is late without need.
    /// </summary>
    public static ContainerResources Of(string cpu, string memory) => new(new(cpu, memory), new(null, memory));
}
