using Amazon.S3;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>The handlers of everything that an S3 server can really do.</summary>
internal static class S3Handlers
{
    /// <param name="s3">Makes the client when a handler first needs it: to plan takes no store.</param>
    public static HandlerTable Table(Func<IAmazonS3> s3) => new(new Dictionary<string, IResourceHandler>
    {
        [S3Types.Bucket] = new BucketHandler(s3),
        [S3Types.Encryption] = new EncryptionHandler(s3),
        [S3Types.Lifecycle] = new LifecycleHandler(s3),
        [S3Types.ObjectLock] = new ObjectLockHandler(s3),
        [S3Types.OwnershipControls] = new OwnershipControlsHandler(s3),
        [S3Types.Policy] = new PolicyHandler(s3),
        [S3Types.PublicAccessBlock] = new PublicAccessBlockHandler(s3),
        [S3Types.Versioning] = new VersioningHandler(s3),
    });
}
