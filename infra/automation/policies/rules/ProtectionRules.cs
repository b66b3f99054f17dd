using Infra.Automation.Json;

namespace Infra.Automation.Policies.Rules;

/// <summary>What keeps data and keys from being lost by a slip.</summary>
internal static class ProtectionRules
{
    private const int ShortestWindow = 30; // Days; the longest that KMS offers, and what a holiday takes.

    /// <summary>Types whose loss is a loss of data, or of the way to it.</summary>
    private static readonly string[] _holdData =
    [
        AwsTypes.BackupVault, AwsTypes.Bucket, AwsTypes.Cluster, AwsTypes.DatabaseInstance, AwsTypes.Key,
        AwsTypes.LogGroup, AwsTypes.Secret, AwsTypes.Trail, AwsTypes.Vpc, AwsTypes.Zone,
    ];

    private static readonly string[] _inline =
    [
        "acl", "corsRules", "grants", "lifecycleRules", "loggings", "objectLockConfiguration", "policy",
        "replicationConfiguration", "serverSideEncryptionConfiguration", "versioning", "website",
    ];

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Protection, 1, context => !context.Environment.Protect ? [] : context.Each(_holdData)
            .Where(resource => resource.Options.Protect != true)
            .Select(resource => resource.Breach("options.protect", "not protected")))
        {
            Severity = PolicySeverity.High,
            Title = "What holds data is protected where the environment says so.",
            Reason = "An unprotected resource is deleted or replaced by the next program that forgets or renames it.",
            Remedy = "Pass Protect = environment.Protect to the component that holds the data.",
            Controls = Serves.Backup,
        },
        new(PolicyThemes.Protection, 2, context => context.Resources
            .Where(resource => resource.IsTrue("forceDestroy"))
            .Select(resource => resource.Breach("forceDestroy")))
        {
            Severity = PolicySeverity.High,
            Title = "Nothing is destroyed by force.",
            Reason = "ForceDestroy empties a bucket, a vault or a zone first, locked objects included, without asking.",
            Remedy = "Take ForceDestroy out; empty it by hand, on purpose, if it really has to go.",
            Controls = Serves.Backup,
        },
        new(PolicyThemes.Protection, 3, context => !context.Environment.Protect ? [] : context.Unless(
            AwsTypes.Key, "deletionWindowInDays", days => days.AsNumber() is null or >= ShortestWindow))
        {
            Severity = PolicySeverity.High,
            Title = "A protected environment's keys wait 30 days before they are deleted.",
            Reason = "Data encrypted with a deleted key is gone; the window is the time to notice.",
            Remedy = "Set DeletionWindowInDays to 30, from the environment's file.",
            Controls = Serves.KeyManagement,
        },
        new(PolicyThemes.Protection, 4, context => context.Resources
            .Where(resource => resource.Type.StartsWith("aws:s3/", StringComparison.Ordinal)
                && resource.Type.EndsWith("V2", StringComparison.Ordinal))
            .Select(resource => resource.Breach("type", resource.Type)))
        {
            Severity = PolicySeverity.Low,
            Title = "No resource has one of S3's deprecated V2 types.",
            Reason = "They leave with the provider's next major version, and then every one of them is a replacement.",
            Remedy = "Use the type without V2 and name the old one in Aliases.",
            Controls = Serves.Configuration,
        },
        new(PolicyThemes.Protection, 5, context =>
            from bucket in context.Each(AwsTypes.Bucket)
            from name in _inline
            where bucket.Inputs.Member(name) is not null
            select bucket.Breach(name))
        {
            Severity = PolicySeverity.Medium,
            Title = "Settings of a bucket are resources of their own.",
            Reason = "The deprecated inline settings and the resources overwrite each other, a deploy at a time.",
            Remedy = "Move the setting to its resource: BucketVersioning, BucketLogging and so on.",
            Controls = Serves.Configuration,
        },
    ];
}
