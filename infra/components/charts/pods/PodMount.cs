namespace Infra.Components.Charts.Pods;

/// <summary>Where a container sees a volume.</summary>
/// <param name="Name">The volume.</param>
/// <param name="MountPath">The folder.</param>
public sealed record PodMount(string Name, string MountPath)
{
    /// <summary>Whether nothing may be written there. True by default.</summary>
    public bool ReadOnly { get; init; } = true;
}
