using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity.Deployment;

/// <summary>
/// The buckets of the environment, the trail and the alarms. What is in the vault is none of a deployment's business:
/// CI writes evidence in another role, and the denials here hold whatever else is allowed.
/// </summary>
internal static class EvidencePolicy
{
    public static PolicyDocument For(AccountScope scope)
    {
        var buckets = scope.Bucket($"{scope.Prefix}-*");
        return new(
            Allow(
                "ManageBuckets",
                [
                    "s3:CreateBucket", "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:GetAccelerateConfiguration",
                    "s3:GetBucket*", "s3:GetEncryptionConfiguration", "s3:GetInventoryConfiguration",
                    "s3:GetLifecycleConfiguration", "s3:GetReplicationConfiguration", "s3:ListBucket",
                    "s3:ListTagsForResource", "s3:PutBucket*", "s3:PutEncryptionConfiguration",
                    "s3:PutInventoryConfiguration", "s3:PutLifecycleConfiguration",
                    "s3:PutReplicationConfiguration", "s3:TagResource", "s3:UntagResource",
                ],
                [buckets]),
            Deny("DenyStateBucket", ["s3:DeleteBucket*", "s3:PutBucket*", "s3:PutEncryptionConfiguration",
                "s3:PutLifecycleConfiguration"], [scope.StateBucketArn]),
            Deny(
                "DenyEvidenceItself",
                [
                    "s3:BypassGovernanceRetention", "s3:DeleteObject*", "s3:GetObject*", "s3:PutObject*",
                    "s3:ReplicateObject", "s3:RestoreObject",
                ],
                [scope.Bucket($"{scope.Prefix}-evidence*/*")]),
            Allow(
                "ManageTrails",
                [
                    "cloudtrail:AddTags", "cloudtrail:CreateTrail", "cloudtrail:GetEventSelectors",
                    "cloudtrail:GetInsightSelectors", "cloudtrail:GetTrail", "cloudtrail:GetTrailStatus",
                    "cloudtrail:ListTags", "cloudtrail:PutEventSelectors", "cloudtrail:RemoveTags",
                    "cloudtrail:StartLogging", "cloudtrail:UpdateTrail",
                ],
                [scope.Everywhere("cloudtrail", $"trail/{scope.Prefix}-*")]),
            Allow("ReadTrails", ["cloudtrail:DescribeTrails", "cloudtrail:ListTrails"], ["*"]),
            Allow(
                "ManageAlarms",
                [
                    "cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource",
                    "cloudwatch:PutMetricAlarm", "cloudwatch:TagResource", "cloudwatch:UntagResource",
                    "events:DeleteRule", "events:DescribeRule", "events:ListTagsForResource",
                    "events:ListTargetsByRule", "events:PutRule", "events:PutTargets", "events:RemoveTargets",
                    "events:TagResource", "events:UntagResource", "sns:CreateTopic", "sns:DeleteTopic",
                    "sns:GetTopicAttributes", "sns:GetSubscriptionAttributes", "sns:ListTagsForResource",
                    "sns:SetTopicAttributes", "sns:Subscribe", "sns:TagResource", "sns:Unsubscribe",
                    "sns:UntagResource",
                ],
                [
                    scope.Everywhere("cloudwatch", $"alarm:{scope.Prefix}-*"),
                    scope.Everywhere("events", $"rule/{scope.Prefix}-*"),
                    scope.Everywhere("sns", $"{scope.Prefix}-*"),
                ]));
    }
}
