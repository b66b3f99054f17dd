using System.Globalization;
using Infra.Components.Policies;

namespace Infra.Components.Evidence;

/// <summary>What nobody may do to a bucket of the vault. It only denies: who may do the rest, roles
/// say, and the statements that a bucket brings itself.</summary>
internal static class EvidenceBucketPolicy
{
    private const string RemainingDays = "s3:object-lock-remaining-retention-days";

    public static PolicyDocument For(EvidenceBucketArgs args)
    {
        var bucket = $"arn:{args.Partition}:s3:::{args.BucketName}";
        var objects = $"{bucket}/*";
        return new(
            [Transport(bucket, objects), .. Retention(args, objects), .. Bucket(args, bucket), .. args.Statements]);
    }

    private static PolicyStatement Transport(string bucket, string objects) => Deny(
        "DenyPlainHttp", ["s3:*"], [bucket, objects], new PolicyCondition("Bool", "aws:SecureTransport", "false"));

    private static IEnumerable<PolicyStatement> Retention(EvidenceBucketArgs args, string objects)
    {
        if (args.Retention is not { } retention)
        {
            yield break;
        }

        if (args.Abilities.RetentionBounds)
        {
            // A write without a date of its own has no such key, so neither statement touches it: it gets the default.
            string[] writes = ["s3:PutObject", "s3:PutObjectRetention"];
            yield return Deny("DenyShortRetention", writes, [objects],
                new PolicyCondition("NumericLessThan", RemainingDays, Number(retention.MinimumDays)));
            yield return Deny("DenyLongRetention", writes, [objects],
                new PolicyCondition("NumericGreaterThan", RemainingDays, Number(retention.MaximumDays)));
        }

        yield return Deny("DenyGovernanceBypass", ["s3:BypassGovernanceRetention"], [objects]);
    }

    private static IEnumerable<PolicyStatement> Bucket(EvidenceBucketArgs args, string bucket)
    {
        string[] changes = args.Retention is null
            ? ["s3:PutBucketVersioning"]
            : ["s3:PutBucketVersioning", "s3:PutBucketObjectLockConfiguration"];
        yield return Deny("DenyWeakening", changes, [bucket]);
        yield return Deny("DenyBucketDeletion", ["s3:DeleteBucket"], [bucket]);
    }

    private static PolicyStatement Deny(
        string sid,
        IReadOnlyList<string> actions,
        IReadOnlyList<string> resources,
        params PolicyCondition[] conditions) => new()
        {
            Sid = sid,
            Effect = PolicyEffect.Deny,
            Principal = PolicyPrincipal.Everyone,
            Actions = actions,
            Resources = resources,
            Conditions = conditions,
        };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
