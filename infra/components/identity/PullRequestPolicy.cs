using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity;

/// <summary>
/// How things are set up, for CI to compare with a pull request, and nothing that is in them: a pull request's author
/// decides what its workflow prints. What is denied stays denied, whatever is attached to the role later.
/// </summary>
public static class PullRequestPolicy
{
    /// <summary>The role's policy.</summary>
    public static PolicyDocument Document { get; } = new(
        Allow(
            "ReadSettings",
            [
                "acm:Describe*", "acm:List*", "aps:Describe*", "aps:List*", "backup:Describe*", "backup:Get*",
                "backup:List*", "budgets:ViewBudget", "ce:GetAnomaly*", "cloudtrail:Describe*",
                "cloudtrail:GetEventSelectors", "cloudtrail:GetTrail*", "cloudtrail:ListTags",
                "cloudwatch:Describe*", "cloudwatch:ListTagsForResource", "ec2:Describe*", "ecr:Describe*",
                "ecr:GetLifecyclePolicy", "ecr:GetRepositoryPolicy", "ecr:ListTagsForResource", "eks:Describe*",
                "eks:List*", "events:Describe*", "events:List*", "iam:Get*", "iam:List*", "kms:DescribeKey",
                "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:List*", "logs:Describe*",
                "logs:ListTagsForResource", "network-firewall:Describe*", "network-firewall:List*",
                "rds:Describe*", "rds:ListTagsForResource", "route53:Get*", "route53:List*",
                "s3:GetAccountPublicAccessBlock", "s3:GetBucket*", "s3:GetEncryptionConfiguration",
                "s3:GetInventoryConfiguration", "s3:GetLifecycleConfiguration", "s3:GetReplicationConfiguration",
                "secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy", "secretsmanager:ListSecrets",
                "sns:Get*", "sns:List*",
            ],
            ["*"]),
        Deny(
            "DenyContents",
            [
                "ec2:GetConsole*", "ec2:GetPasswordData", "eks:AccessKubernetesApi", "kms:CreateGrant", "kms:Decrypt",
                "kms:ReEncrypt*", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery", "s3:GetObject*",
                "s3:ListBucket*", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue",
                "ssm:GetParameter*", "sts:AssumeRole",
            ],
            ["*"]));
}
