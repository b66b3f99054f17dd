using Infra.Automation.Json;
using Infra.Automation.Policies.Iam;
using Infra.Automation.Rendering;

namespace Infra.Automation.Policies.Rules;

/// <summary>What keeps evidence from being altered or deleted before its day.</summary>
internal static class ObjectLockRules
{
    private const string DefaultRetention = "rule.defaultRetention";

    private static readonly string[] _weakenings =
        ["s3:BypassGovernanceRetention", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketVersioning"];

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.ObjectLock, 1, context => Locked(context)
            .Where(bucket => !LocksOf(context, bucket).Any(setting => setting.At(DefaultRetention).IsPresent()))
            .Select(bucket => bucket.Breach("objectLockConfiguration", "no default retention")))
        {
            Severity = PolicySeverity.Critical,
            Title = "Every bucket with Object Lock has a default retention.",
            Reason = "Object Lock without one locks nothing by itself: an object that asks for no date can be deleted.",
            Remedy = "Give the bucket a BucketObjectLockConfiguration with a mode and a number of days.",
            Controls = Serves.Records,
        },
        new(PolicyThemes.ObjectLock, 2, context => Settings(context)
            .Where(setting => setting.At(DefaultRetention).IsPresent())
            .Where(setting => setting.Text($"{DefaultRetention}.mode") != Declared(context))
            .Select(setting => setting.Breach($"{DefaultRetention}.mode")))
        {
            Severity = PolicySeverity.Critical,
            Title = "Locks have the mode that the environment declares.",
            Reason = "A lock in GOVERNANCE mode is lifted by whoever holds one permission; one in COMPLIANCE mode by "
                + "nobody.",
            Remedy = "Take the mode from evidence.retention.mode in the environment's file.",
            Controls = Serves.Records,
        },
        new(PolicyThemes.ObjectLock, 3, context => Settings(context)
            .Where(setting => setting.At(DefaultRetention).IsPresent())
            .Where(setting => DaysOf(setting) < context.Environment.Evidence.Retention.Minimum.Days)
            .Select(setting => setting.Breach(DefaultRetention)))
        {
            Severity = PolicySeverity.Critical,
            Title = "No lock is shorter than the shortest that the environment allows.",
            Reason = "What was promised to auditors can be deleted before its day.",
            Remedy = "Raise the days of the default retention to evidence.retention.minimum or above.",
            Controls = Serves.Records,
        },
        new(PolicyThemes.ObjectLock, 4, context => context.Each(AwsTypes.Bucket)
            .Where(bucket => !context.About(bucket, AwsTypes.BucketVersioning, "bucket")
                .Any(setting => setting.Text("versioningConfiguration.status") is "Enabled"))
            .Select(bucket => bucket.Breach("versioning", "not Enabled")))
        {
            Severity = PolicySeverity.High,
            Title = "Every bucket is versioned.",
            Reason = "Without versions an overwrite or a delete is final, and no lock can hold.",
            Remedy = "Give the bucket a BucketVersioning with the status Enabled.",
            Controls = Serves.Records,
        },
        new(PolicyThemes.ObjectLock, 5, context => Locked(context).SelectMany(bucket =>
            from action in _weakenings
            where !context.About(bucket, AwsTypes.BucketPolicy, "bucket")
                .SelectMany(policy => Statements.In(policy, "policy"))
                .Any(statement => statement is { Allows: false, IsForEverybody: true, Conditions: [] }
                    && statement.Covers(action))
            select bucket.Breach("policy", $"{action} is not denied to everybody")))
        {
            Severity = PolicySeverity.High,
            Title = "The policy of a locked bucket denies everything that weakens the lock.",
            Reason = "A lock that its administrator can loosen proves nothing about its administrator.",
            Remedy = "Deny s3:BypassGovernanceRetention, s3:PutBucketObjectLockConfiguration and "
                + "s3:PutBucketVersioning to everybody, without a condition.",
            Controls = Serves.Records,
        },
        new(PolicyThemes.ObjectLock, 6, context =>
            from replication in context.Each(AwsTypes.BucketReplication)
            where context.Meant(replication.Text("bucket"), AwsTypes.Bucket) is { } source && IsLocked(source)
            from rule in replication.Items("rules")
            let destination = context.Meant(rule.At("destination.bucket").AsText(), AwsTypes.Bucket)
            where destination is null || !IsLocked(destination)
            select replication.Breach("rules.destination.bucket", "a bucket without Object Lock"))
        {
            Severity = PolicySeverity.High,
            Title = "A locked bucket is replicated to locked buckets only.",
            Reason = "A copy without a lock can be deleted, and is then no second copy.",
            Remedy = "Create the destination with ObjectLockEnabled and a BucketObjectLockConfiguration.",
            Controls = Serves.Records,
        },
        new(PolicyThemes.ObjectLock, 7, context =>
            from bucket in Locked(context)
            from lifecycle in context.About(bucket, AwsTypes.BucketLifecycle, "bucket")
            from rule in lifecycle.Items("rules")
            where rule.At("status").AsText() is "Enabled"
                && (rule.At("expiration.days").IsPresent() || rule.At("expiration.date").IsPresent())
            select lifecycle.Breach($"rules.{rule.At("id").AsText()}.expiration", "expires objects"))
        {
            Severity = PolicySeverity.High,
            Title = "No lifecycle rule expires the objects of a locked bucket.",
            Reason = "The rule hides evidence behind delete markers while it is locked, and deletes it the day after.",
            Remedy = "Take the expiration out of the rule; deleting evidence is a decision, not a schedule.",
            Controls = Serves.Records,
        },
        new(PolicyThemes.ObjectLock, 8, context => context.Each(AwsTypes.BucketObjectLock)
            .Where(setting => context.Meant(setting.Text("bucket"), AwsTypes.Bucket) is { } bucket && !IsLocked(bucket))
            .Select(setting => setting.Breach("bucket", "a bucket whose objectLockEnabled is not true")))
        {
            Severity = PolicySeverity.High,
            Title = "Object Lock is switched on where the bucket is made.",
            Reason = "Objects written between the making and the locking are not locked, and nobody sees which.",
            Remedy = "Set ObjectLockEnabled on the bucket that the BucketObjectLockConfiguration is about.",
            Controls = Serves.Records,
        },
    ];

    private static IEnumerable<GraphResource> Locked(PolicyContext context) =>
        context.Each(AwsTypes.Bucket).Where(IsLocked);

    private static bool IsLocked(GraphResource bucket) => bucket.IsTrue("objectLockEnabled");

    private static IEnumerable<GraphResource> LocksOf(PolicyContext context, GraphResource bucket) =>
        context.About(bucket, AwsTypes.BucketObjectLock, "bucket");

    private static IEnumerable<GraphResource> Settings(PolicyContext context) =>
        Locked(context).SelectMany(bucket => LocksOf(context, bucket));

    private static string Declared(PolicyContext context) =>
        context.Environment.Evidence.Retention.Mode.ToString().ToUpperInvariant();

    private static decimal DaysOf(GraphResource setting) =>
        setting.Number($"{DefaultRetention}.days")
        ?? setting.Number($"{DefaultRetention}.years") * 365
        ?? 0;
}
