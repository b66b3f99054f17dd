using Amazon.S3;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>Answers of an S3 server that are an answer and not a failure.</summary>
internal static class S3Errors
{
    /// <summary>Whether the bucket is not there.</summary>
    public static bool NoBucket(AmazonS3Exception exception) => exception.ErrorCode is "NoSuchBucket" or "NotFound";

    /// <summary>Whether the bucket is there and the setting was never made, or is gone.</summary>
    public static bool NoSetting(AmazonS3Exception exception) => exception.ErrorCode is
        "NoSuchBucketPolicy" or "NoSuchLifecycleConfiguration" or "NoSuchPublicAccessBlockConfiguration"
        or "NoSuchTagSet" or "NoSuchTagSetError" or "ObjectLockConfigurationNotFoundError"
        or "OwnershipControlsNotFoundError"
        or "ServerSideEncryptionConfigurationNotFoundError";
}
