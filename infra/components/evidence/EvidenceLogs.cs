using Infra.Components.Policies;
using Pulumi.Aws.S3.Inputs;
using S3 = Pulumi.Aws.S3;

namespace Infra.Components.Evidence;

/// <summary>
/// S3's own records about buckets of one region: every request to them, and every day a list of what is in them and how
/// it is locked. S3 writes no access logs into a locked bucket, so this one is not: its policy lets nobody but S3 write
/// and nobody delete. Stateful.
/// </summary>
public sealed class EvidenceLogs : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the bucket.</summary>
    public const string TypeToken = "strata:evidence:EvidenceLogs";

    private const string LogDelivery = "logging.s3.amazonaws.com";
    private const string LogPrefix = "access/";

    /// <summary>Creates the bucket, and has the others' records go there.</summary>
    public EvidenceLogs(string name, EvidenceLogsArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var bucket = new EvidenceBucket(
            $"{name}-bucket",
            new()
            {
                BucketName = args.BucketName,
                Partition = args.Scope.Partition,
                Retention = null,
                HistoryDays = args.HistoryDays,
                ExpiryDays = args.HistoryDays,
                Statements = [.. Statements(args)],
                KeyArn = null, // S3 delivers access logs into no bucket whose default is a KMS key.
                AbandonedUploadDays = args.AbandonedUploadDays,
                Tags = args.Tags,
                Abilities = StoreAbilities.All,
            },
            new() { Parent = this });
        _ = new S3.BucketServerSideEncryptionConfiguration(
            $"{name}-encryption",
            new()
            {
                Bucket = bucket.BucketName,
                Rules = new BucketServerSideEncryptionConfigurationRuleArgs
                {
                    ApplyServerSideEncryptionByDefault =
                        new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                        {
                            SseAlgorithm = "AES256",
                        },
                },
            },
            new() { Parent = this });
        foreach (var source in args.Sources)
        {
            var purpose = source.PlainName;
            // S3 tries the target's policy when logging is switched on.
            _ = new S3.BucketLogging(
                $"{name}-of-{purpose[(args.Scope.Prefix.Length + 1)..]}",
                new()
                {
                    Bucket = source.BucketName,
                    TargetBucket = bucket.BucketName,
                    TargetPrefix = $"{LogPrefix}{purpose}/",
                },
                new() { Parent = this, DependsOn = { bucket } });
            _ = new S3.Inventory(
                $"{name}-inventory-of-{purpose[(args.Scope.Prefix.Length + 1)..]}",
                EvidenceInventory.Daily(purpose, source, bucket, args.Scope.Account, args.KeyArn),
                new() { Parent = this, DependsOn = { bucket } });
        }

        RegisterOutputs();
    }

    /// <summary>Name of the bucket in the vault's region.</summary>
    public static string NameOf(string prefix) => $"{prefix}-evidence-logs";

    /// <summary>Name of the bucket in the replica's region.</summary>
    public static string ReplicaNameOf(string prefix) => $"{prefix}-evidence-replica-logs";

    private static IEnumerable<PolicyStatement> Statements(EvidenceLogsArgs args)
    {
        var bucket = args.Scope.Bucket(args.BucketName);
        var sources = args.Sources.Select(source => args.Scope.Bucket(source.PlainName)).ToArray();
        yield return PolicyStatement.Allow(
            "S3Logs",
            ["s3:PutObject"],
            [$"{bucket}/{LogPrefix}*"],
            new PolicyCondition("ArnEquals", "aws:SourceArn", sources),
            new PolicyCondition("StringEquals", "aws:SourceAccount", args.Scope.Account)) with
        { Principal = PolicyPrincipal.Service(LogDelivery) };
        yield return PolicyStatement.Allow(
            "S3Lists",
            ["s3:PutObject"],
            [$"{bucket}/{EvidenceInventory.Prefix}/*"],
            new PolicyCondition("ArnEquals", "aws:SourceArn", sources),
            new PolicyCondition("StringEquals", "aws:SourceAccount", args.Scope.Account),
            new PolicyCondition("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control")) with
        { Principal = PolicyPrincipal.Service(EvidenceInventory.Service) };
        yield return RecordStatements.OnlyServicesWrite(bucket);
        yield return RecordStatements.NobodyDeletes(bucket);
    }
}
