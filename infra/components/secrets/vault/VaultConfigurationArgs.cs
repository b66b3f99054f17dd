using Infra.Components.Charts.Pods;
using Infra.Components.Secrets.Vault.Access;

namespace Infra.Components.Secrets.Vault;

/// <summary>Arguments of <see cref="VaultConfiguration"/>.</summary>
public sealed class VaultConfigurationArgs : ResourceArgs
{
    /// <summary>Where its pod runs; once.</summary>
    public required Placement Placement { get; init; }

    /// <summary>Who may do what. <see cref="VaultGrants.All"/> by default.</summary>
    public IReadOnlyList<VaultGrant> Grants { get; init; } = VaultGrants.All;
}
