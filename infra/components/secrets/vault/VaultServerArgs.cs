using Infra.Components.Charts.Pods;

namespace Infra.Components.Secrets.Vault;

/// <summary>Arguments of <see cref="VaultServer"/>.</summary>
public sealed class VaultServerArgs : ResourceArgs
{
    /// <summary>Where and how often its pods run. An odd number of replicas, or one more is of no use.</summary>
    public required Placement Placement { get; init; }

    /// <summary>The region of KMS.</summary>
    public required string Region { get; init; }

    /// <summary>ARN of the key that unseals.</summary>
    public required Input<string> UnsealKeyArn { get; init; }

    /// <summary>The encrypted storage class of the volumes.</summary>
    public required string StorageClass { get; init; }

    /// <summary>Size of each replica's data, in GiB.</summary>
    public required int DataGiB { get; init; }

    /// <summary>Size of each replica's audit log, in GiB; 1 or more.</summary>
    public required int AuditGiB { get; init; }
}
