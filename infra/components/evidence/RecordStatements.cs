using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Evidence;

/// <summary>What the policies of buckets deny that hold records of AWS's own services.</summary>
internal static class RecordStatements
{
    /// <summary>A record that a person or a role wrote would be a forgery.</summary>
    public static PolicyStatement OnlyServicesWrite(string bucket) => Deny(
        "DenyForging",
        ["s3:PutObject"],
        [$"{bucket}/*"],
        new PolicyCondition("Bool", "aws:PrincipalIsAWSService", "false")) with
    { Principal = PolicyPrincipal.Everyone };

    /// <summary>S3's own lifecycle removes records when they are old; it is no principal.</summary>
    public static PolicyStatement NobodyDeletes(string bucket) =>
        Deny("DenyDeletion", ["s3:DeleteObject", "s3:DeleteObjectVersion"], [$"{bucket}/*"]) with
        {
            Principal = PolicyPrincipal.Everyone,
        };
}
