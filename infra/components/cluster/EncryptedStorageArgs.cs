namespace Infra.Components.Cluster;

/// <summary>Arguments of <see cref="EncryptedStorage"/>.</summary>
public sealed class EncryptedStorageArgs : ResourceArgs
{
    /// <summary>ARN of the key that volumes are encrypted with.</summary>
    public required Input<string> VolumesKeyArn { get; init; }
}
