using Infra.Automation.Json;
using Infra.Automation.Policies.Iam;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;

namespace Infra.Automation.Policies.Rules;

/// <summary>How what is stored, and what is on its way there, is encrypted.</summary>
internal static class BucketEncryptionRules
{
    private const int ShortestRotation = 90;
    private const int LongestRotation = 365;

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Encryption, 1, NotByOurKey)
        {
            Severity = PolicySeverity.High,
            Title = "Every bucket encrypts with a KMS key of ours.",
            Reason = "With S3's own key, whoever may read the bucket may read its objects: no key policy stops them, "
                + "and no log of key use shows them.",
            Remedy = "Give the bucket a BucketServerSideEncryptionConfiguration with 'aws:kms' and a key. A target of "
                + "access logs takes no KMS key: there, 'AES256'.",
            Controls = Serves.EncryptionAtRest,
        },
        new(PolicyThemes.Encryption, 2, context => context.Each(AwsTypes.Key)
            .Where(key => key.Text("keyUsage") is null or "ENCRYPT_DECRYPT")
            .Where(key => !key.IsTrue("enableKeyRotation")
                || key.Number("rotationPeriodInDays") is < ShortestRotation or > LongestRotation)
            .Select(key => key.Breach(
                key.IsTrue("enableKeyRotation") ? "rotationPeriodInDays" : "enableKeyRotation")))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every KMS key that encrypts rotates at least once a year.",
            Reason = "All data ever encrypted hangs on one key's material if it never changes.",
            Remedy = "Set EnableKeyRotation to true and leave RotationPeriodInDays at 365 or below.",
            Controls = Serves.KeyManagement,
        },
        new(PolicyThemes.Encryption, 3, context => context.Each(AwsTypes.Bucket)
            .Where(bucket => !context.About(bucket, AwsTypes.BucketPolicy, "bucket")
                .SelectMany(policy => Statements.In(policy, "policy"))
                .Any(DeniesPlainHttp))
            .Select(bucket => bucket.Breach("policy", "no statement denies aws:SecureTransport = false")))
        {
            Severity = PolicySeverity.High,
            Title = "Every bucket refuses plain HTTP.",
            Reason = "Objects and credentials that travel in clear can be read and changed on the way.",
            Remedy = "Deny s3:* to everybody in the bucket's policy where aws:SecureTransport is false.",
            Controls = Serves.EncryptionInTransit,
        },
    ];

    private static bool DeniesPlainHttp(Statement statement) =>
        statement is { Allows: false, IsForEverybody: true }
        && statement.Covers("s3:GetObject")
        && statement.Covers("s3:PutObject")
        && statement.Conditions is [{ Operator: "Bool", Key: "aws:SecureTransport", Values: ["false"] }];

    private static IEnumerable<Breach> NotByOurKey(PolicyContext context)
    {
        if (!context.Environment.Store.Has(StoreFeature.KmsEncryption))
        {
            yield break; // The environment's file says that the store has no KMS, and why that is so.
        }

        foreach (var bucket in context.Each(AwsTypes.Bucket))
        {
            var settings = context.About(bucket, AwsTypes.BucketEncryption, "bucket").ToList();
            if (settings is [])
            {
                yield return bucket.Breach("encryption", "no BucketServerSideEncryptionConfiguration");
            }

            var takesLogs = context.About(bucket, AwsTypes.BucketLogging, "targetBucket").Any();
            foreach (var setting in settings.Where(setting => !IsGood(setting, takesLogs)))
            {
                yield return setting.Breach("rules[0].applyServerSideEncryptionByDefault");
            }
        }
    }

    private static bool IsGood(GraphResource setting, bool takesLogs)
    {
        const string Default = "rules[0].applyServerSideEncryptionByDefault";
        return setting.Text($"{Default}.sseAlgorithm") switch
        {
            "aws:kms" or "aws:kms:dsse" => setting.At($"{Default}.kmsMasterKeyId").IsPresent() && !takesLogs,
            "AES256" => takesLogs,
            _ => false,
        };
    }
}
