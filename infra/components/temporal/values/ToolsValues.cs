using Infra.Components.Charts.Pods;

namespace Infra.Components.Temporal.Values;

/// <summary>
/// <c>admintools</c>: a pod for operators, and what the schema and namespace jobs are made of. Whatever the server
/// mounts to reach its stores is mounted here once more.
/// </summary>
internal sealed record ToolsValues
{
    public required ImageRef Image { get; init; }

    public required IReadOnlyList<PodVolume> AdditionalVolumes { get; init; }

    public required IReadOnlyList<PodMount> AdditionalVolumeMounts { get; init; }

    public required IReadOnlyList<EnvironmentVariable> AdditionalEnv { get; init; }

    public required ContainerResources Resources { get; init; }

    public required PodSecurity SecurityContext { get; init; }

    public required ContainerSecurity ContainerSecurityContext { get; init; }
}
