using Infra.Automation.Json;

namespace Infra.Automation.Policies.Rules;

/// <summary>What storage costs without anybody using it.</summary>
internal static class StorageCostRules
{
    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Cost, 1, context => context.Each(AwsTypes.Bucket)
            .Where(bucket => !context.About(bucket, AwsTypes.BucketLifecycle, "bucket")
                .SelectMany(lifecycle => lifecycle.Items("rules"))
                .Any(rule => rule.At("status").AsText() is "Enabled"
                    && rule.At("abortIncompleteMultipartUpload.daysAfterInitiation").IsPresent()))
            .Select(bucket => bucket.Breach("lifecycle", "abandoned uploads stay for ever")))
        {
            Severity = PolicySeverity.Low,
            Title = "Every bucket clears away abandoned uploads.",
            Reason = "The parts of an upload that never ended are paid for and shown in no listing.",
            Remedy = "Give the bucket's lifecycle a rule with AbortIncompleteMultipartUpload.",
            Controls = Serves.Spending,
        },
        new(PolicyThemes.Cost, 2, context => context.Each(AwsTypes.BucketEncryption)
            .Where(setting => setting.Text("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm") is "aws:kms"
                && !setting.IsTrue("rules[0].bucketKeyEnabled"))
            .Select(setting => setting.Breach("rules[0].bucketKeyEnabled")))
        {
            Severity = PolicySeverity.Low,
            Title = "Every bucket with a KMS key uses a bucket key.",
            Reason = "Without one every object is a call to KMS, which costs more than the object.",
            Remedy = "Set BucketKeyEnabled to true.",
            Controls = Serves.Spending,
        },
    ];
}
