namespace Infra.Components.Evidence;

/// <summary>What the S3 store of a vault can do. AWS can do all of it.</summary>
/// <param name="KmsEncryption">Encrypt a bucket with a KMS key.</param>
/// <param name="OwnershipControls">Switch ACLs off.</param>
/// <param name="PublicAclBlock">Refuse public ACLs, and nothing else, by a public access block.</param>
/// <param name="RetentionBounds">Evaluate <c>s3:object-lock-remaining-retention-days</c> in a policy.</param>
public sealed record StoreAbilities(
    bool KmsEncryption, bool OwnershipControls, bool PublicAclBlock, bool RetentionBounds)
{
    /// <summary>What AWS can do.</summary>
    public static StoreAbilities All { get; } = new(true, true, true, true);
}
