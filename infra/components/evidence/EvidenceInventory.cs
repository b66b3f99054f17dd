using Infra.Components.Policies;
using Pulumi.Aws.S3.Inputs;
using S3 = Pulumi.Aws.S3;

namespace Infra.Components.Evidence;

/// <summary>
/// The daily list of every version in a bucket, with its lock: what S3 itself says about the evidence.
/// </summary>
internal static class EvidenceInventory
{
    public const string Service = "s3.amazonaws.com";

    /// <summary>What the lists' names start with.</summary>
    public const string Prefix = "inventory";

    private static readonly string[] _fields =
    [
        "ChecksumAlgorithm", "ETag", "EncryptionStatus", "LastModifiedDate", "ObjectLockLegalHoldStatus",
        "ObjectLockMode", "ObjectLockRetainUntilDate", "ReplicationStatus", "Size",
    ];

    public static S3.InventoryArgs Daily(
        string purpose, EvidenceBucket source, EvidenceBucket target, string account, Output<string> keyArn) => new()
        {
            Name = $"daily-{purpose}",
            Bucket = source.BucketName,
            Enabled = true,
            IncludedObjectVersions = "All",
            Schedule = new InventoryScheduleArgs { Frequency = "Daily" },
            OptionalFields = _fields,
            Destination = new InventoryDestinationArgs
            {
                Bucket = new InventoryDestinationBucketArgs
                {
                    AccountId = account,
                    BucketArn = target.BucketArn,
                    Format = "Parquet",
                    Prefix = Prefix,
                    Encryption = new InventoryDestinationBucketEncryptionArgs
                    {
                        SseKms = new InventoryDestinationBucketEncryptionSseKmsArgs { KeyId = keyArn },
                    },
                },
            },
        };

    /// <summary>Lets S3 encrypt the lists of the account's buckets with a key.</summary>
    public static PolicyStatement KeyStatement(string account) =>
        PolicyStatement.Allow(
            "S3EncryptsLists",
            ["kms:GenerateDataKey"],
            ["*"],
            new PolicyCondition("StringEquals", "aws:SourceAccount", account)) with
        { Principal = PolicyPrincipal.Service(Service) };
}
