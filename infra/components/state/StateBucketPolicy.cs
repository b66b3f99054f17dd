using Infra.Components.Identity;
using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.State;

/// <summary>
/// What is denied on the bucket of the state: plain HTTP, and what is in it to every role that the layers make and to
/// pull requests. Administrators of the account stay, since the bootstrap layer's own state is in it.
/// </summary>
internal static class StateBucketPolicy
{
    public static PolicyDocument For(AccountScope scope)
    {
        var (bucket, objects) = (scope.StateBucketArn, $"{scope.StateBucketArn}/*");
        return new(
            Deny("DenyPlainHttp", ["s3:*"], [bucket, objects], new PolicyCondition(
                "Bool", "aws:SecureTransport", "false")) with
            { Principal = PolicyPrincipal.Everyone },
            Deny(
                "DenyPlatformRoles",
                ["s3:DeleteObject*", "s3:GetObject*", "s3:PutObject*"],
                [objects],
                new PolicyCondition(
                    "ArnLike",
                    "aws:PrincipalArn",
                    scope.Role($"{scope.Prefix}-*"),
                    scope.BootstrapRole(scope.PullRequestRoleName))) with
            { Principal = PolicyPrincipal.Everyone });
    }
}
