using Infra.Components.Identity;
using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Evidence;

/// <summary>
/// What the policy of a bucket of the vault denies so that no role does another's work, whatever is attached to it:
/// writing to all but the writer, holds to all but the hold role with a second factor, deleting to everyone.
/// </summary>
internal static class EvidenceSeparation
{
    public static IEnumerable<PolicyStatement> Of(EvidenceRoleNames roles, string bucket, bool locked)
    {
        string[] objects = [$"{bucket}/*"];
        yield return Everyone(Deny(
            "DenyWritingToOthers",
            ["s3:PutObject", "s3:PutObjectRetention", "s3:PutObjectTagging"],
            objects,
            Unless(roles.WriterArn)));
        // Replication reads with an action of its own, s3:GetObjectVersionForReplication.
        yield return Everyone(Deny(
            "DenyReadingToOthers",
            ["s3:GetObject", "s3:GetObjectVersion"],
            objects,
            Unless(roles.WriterArn, roles.ReviewerArn)));
        yield return Everyone(Deny("DenyHoldsToOthers", ["s3:PutObjectLegalHold"], objects, Unless(roles.HoldArn)));
        yield return Everyone(Deny(
            "DenyHoldsWithoutSecondFactor",
            ["s3:PutObjectLegalHold"],
            objects,
            new PolicyCondition("BoolIfExists", MfaTrust.Present, "false")));
        if (locked)
        {
            // S3's own lifecycle is not a principal; it removes abandoned uploads as before.
            yield return Everyone(Deny("DenyDeletion", ["s3:DeleteObject", "s3:DeleteObjectVersion"], objects));
        }
    }

    private static PolicyStatement Everyone(PolicyStatement statement) =>
        statement with { Principal = PolicyPrincipal.Everyone };

    private static PolicyCondition Unless(params string[] roles) => new("ArnNotEquals", "aws:PrincipalArn", roles);
}
