using Infra.Components.Tagging;

namespace Infra.Components.Backup;

/// <summary>Arguments of <see cref="BackupVault"/>.</summary>
public sealed class BackupVaultArgs : ResourceArgs
{
    /// <summary>Name of the vault, unique in its account and region.</summary>
    public required string VaultName { get; init; }

    /// <summary>ARN of the KMS key, of the vault's region, that recovery points are encrypted with.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Its lock.</summary>
    public required VaultLock Lock { get; init; }

    /// <summary>
    /// ARN of the topic, in the vault's region, that is told what failed; null where another region's vault tells.
    /// </summary>
    public Input<string>? TopicArn { get; init; }

    /// <summary>The tags of the vault.</summary>
    public required StandardTags Tags { get; init; }
}
