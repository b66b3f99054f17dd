using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity;

/// <summary>
/// What brings a platform back that CI cannot reach any more: look, change, restart, restore, read the state. Nothing
/// that deletes data, and nothing that the boundary denies: evidence is not weakened in an emergency either.
/// </summary>
public static class BreakGlassPolicy
{
    /// <summary>The role's policy.</summary>
    public static PolicyDocument For(AccountScope scope) => new(
        Allow(
            "Look",
            [
                "autoscaling:Describe*", "backup:Describe*", "backup:Get*", "backup:List*", "cloudtrail:Describe*",
                "cloudtrail:Get*", "cloudtrail:LookupEvents", "cloudwatch:Describe*", "cloudwatch:Get*",
                "cloudwatch:List*", "ec2:Describe*", "ec2:GetConsoleOutput", "ecr:Describe*", "eks:Describe*",
                "eks:List*", "events:Describe*", "events:List*", "health:Describe*", "iam:Get*", "iam:List*",
                "kms:DescribeKey", "kms:GetKey*", "kms:List*", "logs:Describe*", "logs:FilterLogEvents",
                "logs:Get*", "logs:StartQuery", "logs:StopQuery", "network-firewall:Describe*",
                "network-firewall:List*", "rds:Describe*", "rds:ListTagsForResource", "route53:Get*",
                "route53:List*", "s3:GetBucket*", "s3:ListAllMyBuckets", "secretsmanager:DescribeSecret",
                "secretsmanager:ListSecrets", "sns:Get*", "sns:List*",
            ],
            ["*"]),
        Allow(
            "Repair",
            [
                "autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup",
                "autoscaling:UpdateAutoScalingGroup", "backup:StartRestoreJob", "ec2:Associate*", "ec2:Attach*",
                "ec2:AuthorizeSecurityGroup*", "ec2:CreateRoute", "ec2:CreateTags", "ec2:Disassociate*",
                "ec2:Modify*", "ec2:RebootInstances", "ec2:ReplaceRoute*", "ec2:RevokeSecurityGroup*",
                "ec2:TerminateInstances", "eks:AccessKubernetesApi", "eks:AssociateAccessPolicy",
                "eks:CreateAccessEntry", "eks:Update*", "kms:CancelKeyDeletion", "kms:EnableKey",
                "network-firewall:Update*", "rds:CreateDBSnapshot", "rds:ModifyDBInstance", "rds:RebootDBInstance",
                "rds:RestoreDBInstance*", "rds:StartDBInstance", "route53:ChangeResourceRecordSets",
            ],
            ["*"]),
        Allow(
            "RepairRoles",
            [
                "iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy",
            ],
            [scope.Role($"{scope.Prefix}-*")]),
        Deny(
            "DenyEvidenceRoles",
            [
                "iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy",
            ],
            [scope.Role($"{scope.Prefix}-evidence-*")]),
        Allow("State", ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketVersions"], [scope.StateBucketArn]),
        Allow(
            "StateObjects",
            ["s3:DeleteObject", "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
            [$"{scope.StateBucketArn}/.pulumi/*"]),
        Allow(
            "StateSecrets",
            ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
            [scope.Everywhere("kms", "key/*")],
            new PolicyCondition("ForAnyValue:StringEquals", "kms:ResourceAliases", $"alias/{scope.StateName}")));
}
