namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>Type tokens of what is applied to an S3 server.</summary>
internal static class S3Types
{
    public const string Bucket = "aws:s3/bucket:Bucket";

    public const string Encryption =
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    public const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

    public const string ObjectLock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

    public const string OwnershipControls = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";

    public const string Policy = "aws:s3/bucketPolicy:BucketPolicy";

    public const string PublicAccessBlock = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

    public const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";
}
