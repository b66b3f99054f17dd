using Infra.Components.Charts.Pods;

namespace Infra.Components.Secrets.Vault.Values;

/// <summary>A container beside the server.</summary>
internal sealed record SidecarValues
{
    public required string Name { get; init; }

    public required string Image { get; init; }

    public required IReadOnlyList<string> Command { get; init; }

    public required IReadOnlyList<PodMount> VolumeMounts { get; init; }

    public required ContainerResources Resources { get; init; }

    public ContainerSecurity SecurityContext { get; } = new();
}
