namespace Infra.Stacks.Environments;

/// <summary>
/// Something that AWS S3 has and another S3 server may lack. A lacking one is left out of what is rendered.
/// </summary>
public enum StoreFeature
{
    /// <summary>Encryption of a bucket with a KMS key.</summary>
    KmsEncryption,

    /// <summary>Bucket ownership controls (ACLs switched off).</summary>
    OwnershipControls,

    /// <summary>A public access block that refuses public ACLs and lets everything else through.</summary>
    PublicAclBlock,

    /// <summary>Replication into another region.</summary>
    Replication,

    /// <summary>The policy condition <c>s3:object-lock-remaining-retention-days</c>.</summary>
    RetentionBounds,
}
