using Infra.Components.Charts.Pods;

namespace Infra.Components.Secrets.Vault.Values;

/// <summary>The chart's own contexts lack what the restricted profile asks for; these take their place.</summary>
internal sealed record SecurityValues
{
    /// <summary>The user and group of HashiCorp's images.</summary>
    private const int VaultUser = 100;
    private const int VaultGroup = 1000;

    public PodSecurity Pod { get; } = new(VaultUser) { RunAsGroup = VaultGroup, FsGroup = VaultGroup };

    /// <summary>The chart's start script writes its configuration to <c>/tmp</c>.</summary>
    public ContainerSecurity Container { get; } = new() { ReadOnlyRootFilesystem = false };
}
