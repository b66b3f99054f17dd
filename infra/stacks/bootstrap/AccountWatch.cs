using Infra.Components.Account;
using Infra.Components.Evidence;
using Infra.Components.Identity;

namespace Infra.Stacks.Bootstrap;

/// <summary>The calls in an account that somebody looks at whenever they happen.</summary>
internal static class AccountWatch
{
    private const string Storage = "s3.amazonaws.com";

    /// <summary>Each alarm's name, what it says, and the calls.</summary>
    public static IEnumerable<(string Name, string Sentence, WatchedCalls Calls)> Of(AccountScope scope)
    {
        var vault = $"{EvidenceVault.PrimaryBucketNameOf(scope.Prefix)}*";
        yield return (
            "break-glass-used",
            "somebody takes the role for emergencies",
            new("sts.amazonaws.com", ["AssumeRole"], "roleArn", scope.BootstrapRole(scope.BreakGlassRoleName)));
        yield return (
            "trail-changed",
            "somebody changes what CloudTrail records",
            new("cloudtrail.amazonaws.com", ["DeleteTrail", "PutEventSelectors", "StopLogging", "UpdateTrail"]));
        yield return (
            "vault-opened",
            "somebody changes what guards the evidence",
            new(
                Storage,
                [
                    "DeleteBucket", "DeleteBucketPolicy", "PutBucketObjectLockConfiguration", "PutBucketPolicy",
                    "PutBucketPublicAccessBlock", "PutBucketVersioning",
                ],
                "bucketName",
                vault));
        yield return (
            "key-taken-away",
            "somebody takes a key away that data is encrypted with",
            new("kms.amazonaws.com", ["DisableKey", "ScheduleKeyDeletion"]));
    }
}
