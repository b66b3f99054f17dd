using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity.Deployment;

/// <summary>Reading and writing the state, and taking the role that writes evidence.</summary>
internal static class StatePolicy
{
    public static PolicyDocument For(AccountScope scope, string keyArn, string evidenceWriterArn) => new(
        Allow("StateBucket", ["s3:GetBucketLocation", "s3:ListBucket"], [scope.StateBucketArn]),
        Allow(
            "StateObjects",
            ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
            [$"{scope.StateBucketArn}/.pulumi/*"]),
        Allow(
            "StateSecrets", ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"], [keyArn]),
        Allow("WriteEvidence", ["sts:AssumeRole"], [evidenceWriterArn]));
}
