using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity.Deployment;

/// <summary>
/// The roles of the layers above: made only with the boundary, passed only to the services that use them.
/// </summary>
internal static class IdentityPolicy
{
    private static readonly string[] _takers =
    [
        "backup.amazonaws.com", "cloudtrail.amazonaws.com", "ec2.amazonaws.com", "eks.amazonaws.com",
        "events.amazonaws.com", "monitoring.rds.amazonaws.com", "pods.eks.amazonaws.com", "s3.amazonaws.com",
        "vpc-flow-logs.amazonaws.com",
    ];

    private static readonly string[] _linked =
    [
        "autoscaling.amazonaws.com", "backup.amazonaws.com", "eks-nodegroup.amazonaws.com", "eks.amazonaws.com",
        "elasticloadbalancing.amazonaws.com", "network-firewall.amazonaws.com", "pullthroughcache.ecr.amazonaws.com",
        "rds.amazonaws.com",
    ];

    public static PolicyDocument For(AccountScope scope)
    {
        var roles = scope.Role($"{scope.Prefix}-*");
        return new(
            Allow("ReadIdentities", ["iam:Get*", "iam:List*"], ["*"]),
            Allow(
                "MakeBoundedRoles",
                ["iam:CreateRole"],
                [roles],
                new PolicyCondition("StringEquals", "iam:PermissionsBoundary", scope.BoundaryArn)),
            Allow(
                "ManageRoles",
                [
                    "iam:AttachRolePolicy", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy",
                    "iam:PutRolePolicy", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy",
                    "iam:UpdateRole", "iam:UpdateRoleDescription",
                ],
                [roles]),
            Allow(
                "ManagePolicies",
                [
                    "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion",
                    "iam:SetDefaultPolicyVersion", "iam:TagPolicy", "iam:UntagPolicy",
                ],
                [scope.Iam($"policy/{scope.Prefix}-*")]),
            Allow(
                "ManageInstanceProfiles",
                [
                    "iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:DeleteInstanceProfile",
                    "iam:RemoveRoleFromInstanceProfile", "iam:TagInstanceProfile", "iam:UntagInstanceProfile",
                ],
                [scope.Iam($"instance-profile/{scope.Prefix}-*")]),
            Allow(
                "PassRoles",
                ["iam:PassRole"],
                [roles],
                new PolicyCondition("StringEquals", "iam:PassedToService", _takers)),
            Allow(
                "MakeServiceLinkedRoles",
                ["iam:CreateServiceLinkedRole"],
                [scope.Iam("role/aws-service-role/*")],
                new PolicyCondition("StringEquals", "iam:AWSServiceName", _linked)));
    }
}
