using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity;

/// <summary>
/// What no role of the environment may do. It allows everything else: a boundary gives nothing, a role's own policies
/// do. Whoever could make a role without it, or change it, would be outside, so both are denied first.
/// </summary>
internal static class BoundaryPolicy
{
    /// <summary>Services with one endpoint for the whole partition; a region says nothing about them.</summary>
    private static readonly string[] _global =
    [
        "account:*", "aws-portal:*", "billing:*", "budgets:*", "ce:*", "cur:*", "globalaccelerator:*", "health:*",
        "iam:*", "organizations:*", "pricing:*", "route53:*", "route53domains:*", "s3:GetAccountPublicAccessBlock",
        "s3:ListAllMyBuckets", "s3:PutAccountPublicAccessBlock", "shield:*", "sts:*", "support:*", "tax:*",
        "trustedadvisor:*",
    ];

    public static PolicyDocument For(PermissionsBoundaryArgs args) => new(
        [Allow("RolesDecide", ["*"], ["*"]), .. Leaving(args.Scope), .. Weakening(args), Elsewhere(args.Regions)]);

    private static IEnumerable<PolicyStatement> Leaving(AccountScope scope) =>
    [
        // Without the key in the request there is no boundary: StringNotEquals is then true, and this denies.
        Deny(
            "DenyUnboundedRoles",
            ["iam:CreateRole", "iam:PutRolePermissionsBoundary"],
            ["*"],
            new PolicyCondition("StringNotEquals", "iam:PermissionsBoundary", scope.BoundaryArn)),
        Deny("DenyLeaving", ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"], ["*"]),
        Deny(
            "DenyUsers",
            [
                "iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey",
                "iam:CreateGroup", "iam:CreateLoginProfile", "iam:CreateServiceSpecificCredential", "iam:CreateUser",
                "iam:PutGroupPolicy", "iam:PutUserPermissionsBoundary", "iam:PutUserPolicy",
                "iam:UpdateAccessKey", "iam:UpdateLoginProfile", "iam:UploadSigningCertificate",
            ],
            ["*"]),
        Deny(
            "DenyChangingBootstrap",
            [
                "iam:AttachRolePolicy", "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:CreateRole",
                "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:DeleteRole", "iam:DeleteRolePolicy",
                "iam:DetachRolePolicy", "iam:PutRolePolicy", "iam:SetDefaultPolicyVersion",
                "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
            ],
            [
                scope.Iam($"role{AccountScope.BootstrapPath}*"),
                scope.Iam($"policy{AccountScope.BootstrapPath}*"),
            ]),
        Deny(
            "DenyOtherIdentityProviders",
            [
                "iam:AddClientIDToOpenIDConnectProvider", "iam:CreateOpenIDConnectProvider", "iam:CreateSAMLProvider",
                "iam:DeleteOpenIDConnectProvider", "iam:UpdateOpenIDConnectProviderThumbprint",
                "iam:UpdateSAMLProvider",
            ],
            ["*"]),
    ];

    private static IEnumerable<PolicyStatement> Weakening(PermissionsBoundaryArgs args)
    {
        var vault = args.VaultPrefixes.Select(prefix => args.Scope.Bucket($"{prefix}*")).ToList();
        yield return Deny("DenyBypassingRetention", ["s3:BypassGovernanceRetention"], ["*"]);
        yield return Deny("DenyOpeningVault", ["s3:DeleteBucket", "s3:DeleteBucketPolicy"], vault);
        yield return Deny(
            "DenyVaultSettings",
            [
                "s3:PutBucketLogging", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketOwnershipControls",
                "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutBucketVersioning",
                "s3:PutEncryptionConfiguration", "s3:PutInventoryConfiguration", "s3:PutLifecycleConfiguration",
                "s3:PutReplicationConfiguration",
            ],
            vault,
            new PolicyCondition("ArnNotEquals", "aws:PrincipalArn", args.Scope.DeployRoleArn));
        yield return Deny("DenyPublicAccount", ["s3:PutAccountPublicAccessBlock"], ["*"]);
        yield return Deny(
            "DenyLosingVitalKeys",
            ["kms:DeleteAlias", "kms:DisableKey", "kms:DisableKeyRotation", "kms:ScheduleKeyDeletion"],
            ["*"],
            new PolicyCondition("ForAnyValue:StringEquals", "kms:ResourceAliases", [.. args.VitalKeyAliases]));
        yield return Deny(
            "DenyStoppingTrails",
            ["cloudtrail:DeleteEventDataStore", "cloudtrail:DeleteTrail", "cloudtrail:StopLogging"],
            ["*"]);
        yield return Deny(
            "DenyNarrowingTrails",
            ["cloudtrail:PutEventSelectors", "cloudtrail:UpdateTrail"],
            ["*"],
            new PolicyCondition("ArnNotEquals", "aws:PrincipalArn", args.Scope.DeployRoleArn));
    }

    private static PolicyStatement Elsewhere(IReadOnlyList<string> regions) =>
        Deny("DenyOtherRegions", [], ["*"], new PolicyCondition("StringNotEquals", "aws:RequestedRegion", [.. regions]))
            with
        { NotActions = _global };
}
