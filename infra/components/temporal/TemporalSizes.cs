using Infra.Components.Charts.Pods;

namespace Infra.Components.Temporal;

/// <summary>What each of Temporal's containers is given.</summary>
internal static class TemporalSizes
{
    public static ContainerResources Frontend { get; } = ContainerResources.Of("200m", "256Mi");

    /// <summary>Keeps the shards it owns in memory.</summary>
    public static ContainerResources History { get; } = ContainerResources.Of("500m", "1Gi");

    public static ContainerResources Matching { get; } = ContainerResources.Of("200m", "256Mi");

    public static ContainerResources Worker { get; } = ContainerResources.Of("100m", "256Mi");

    public static ContainerResources Web { get; } = ContainerResources.Of("50m", "128Mi");

    public static ContainerResources Tools { get; } = ContainerResources.Of("50m", "128Mi");
}
