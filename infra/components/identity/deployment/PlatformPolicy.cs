using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity.Deployment;

/// <summary>
/// The cluster, its nodes and its images. What happens inside the cluster, its access entries decide.
/// </summary>
internal static class PlatformPolicy
{
    public static PolicyDocument For(AccountScope scope) => new(
        Allow(
            "ReadPlatform",
            [
                "autoscaling:Describe*", "ecr:DescribePullThroughCacheRules", "ecr:DescribeRegistry", "ecr:GetAuthorizationToken",
                "eks:DescribeAddonVersions", "eks:DescribeClusterVersions", "eks:ListAccessPolicies",
                "eks:ListClusters",
            ],
            ["*"]),
        // AWS evaluates these two on no resource: there is none yet.
        Allow(
            "MakeOurs",
            ["aps:CreateWorkspace", "eks:CreateCluster"],
            ["*"],
            new PolicyCondition("StringEquals", "aws:RequestTag/managed-by", "strata")),
        Allow(
            "ManageCluster",
            [
                "eks:AccessKubernetesApi", "eks:AssociateAccessPolicy", "eks:AssociateEncryptionConfig",
                "eks:CreateAccessEntry", "eks:CreateAddon", "eks:CreateNodegroup",
                "eks:CreatePodIdentityAssociation", "eks:DeleteAccessEntry", "eks:DeleteAddon", "eks:DeleteCluster",
                "eks:DeleteNodegroup", "eks:DeletePodIdentityAssociation", "eks:Describe*",
                "eks:DisassociateAccessPolicy", "eks:List*", "eks:TagResource", "eks:UntagResource",
                "eks:UpdateAccessEntry", "eks:UpdateAddon", "eks:UpdateClusterConfig", "eks:UpdateClusterVersion",
                "eks:UpdateNodegroupConfig", "eks:UpdateNodegroupVersion", "eks:UpdatePodIdentityAssociation",
            ],
            [scope.Everywhere("eks", $"*/{scope.Prefix}*")]),
        // EKS checks, as whoever makes a node group, that its launch template can start instances.
        Allow(
            "ManageNodes",
            [
                "ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion", "ec2:DeleteLaunchTemplate",
                "ec2:DeleteLaunchTemplateVersions", "ec2:ModifyLaunchTemplate", "ec2:RunInstances",
            ],
            ["*"]),
        Allow(
            "ManageImages",
            [
                "ecr:BatchGetRepositoryScanningConfiguration", "ecr:CreateRepository", "ecr:DeleteLifecyclePolicy",
                "ecr:DeleteRepository", "ecr:DeleteRepositoryPolicy", "ecr:DescribeImages",
                "ecr:DescribeRepositories", "ecr:GetLifecyclePolicy", "ecr:GetRepositoryPolicy",
                "ecr:ListTagsForResource", "ecr:PutImageScanningConfiguration", "ecr:PutImageTagMutability",
                "ecr:PutLifecyclePolicy", "ecr:SetRepositoryPolicy", "ecr:TagResource", "ecr:UntagResource",
            ],
            [scope.Everywhere("ecr", "repository/strata/*")]),
        // A rule is of the whole registry, so AWS evaluates these on no resource.
        Allow(
            "FetchImages",
            [
                "ecr:CreatePullThroughCacheRule", "ecr:DeletePullThroughCacheRule", "ecr:UpdatePullThroughCacheRule",
            ],
            ["*"]),
        Allow(
            "ManageMetrics",
            [
                "aps:CreateRuleGroupsNamespace", "aps:DeleteRuleGroupsNamespace", "aps:DeleteWorkspace",
                "aps:Describe*", "aps:List*", "aps:PutRuleGroupsNamespace",
                "aps:TagResource", "aps:UntagResource", "aps:UpdateWorkspaceAlias",
            ],
            [scope.Everywhere("aps", "*")]));
}
