using Infra.Automation.Json;
using Infra.Stacks.Environments;

namespace Infra.Automation.Policies.Rules;

/// <summary>What can be brought back, from where, and whether anybody has tried.</summary>
internal static class BackupRules
{
    private const int AWeek = 7;
    private const int AMonth = 30;

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Backups, 1, context => context.Unless(
            AwsTypes.DatabaseInstance,
            "backupRetentionPeriod",
            days => days.AsNumber() >= (context.Environment.Tags.DataClass is "confidential" ? AMonth : AWeek)))
        {
            Severity = PolicySeverity.High,
            Title = "Every database can go back a week, and a month where its data is confidential.",
            Reason = "The default is 0 days: no backup and no point in time to go back to.",
            Remedy = "Set BackupRetentionPeriod from the environment's file.",
            Controls = Serves.Backup,
        },
        new(PolicyThemes.Backups, 2, context => !context.Environment.Protect ? [] : context.Unless(
            AwsTypes.DatabaseInstance, "deleteAutomatedBackups", delete => delete.IsFalse()))
        {
            Severity = PolicySeverity.High,
            Title = "A protected environment's backups outlive their database.",
            Reason = "By default they go with the instance, at the moment they are needed.",
            Remedy = "Set DeleteAutomatedBackups to false.",
            Controls = Serves.Backup,
        },
        new(PolicyThemes.Backups, 3, context => !context.Environment.Protect ? [] : context.Unless(
            AwsTypes.DatabaseInstance, "multiAz", on => on.IsTrue()))
        {
            Severity = PolicySeverity.High,
            Title = "A protected environment's databases have a standby in another zone.",
            Reason = "The loss of one zone would be hours of restoring.",
            Remedy = "Set MultiAz from the environment's file.",
            Controls = Serves.Redundancy,
        },
        new(PolicyThemes.Backups, 4, context => !context.Environment.Protect ? [] :
            context.Each(AwsTypes.DatabaseInstance)
                .Where(database => !context.About(database, AwsTypes.RemoteBackups, "sourceDbInstanceArn")
                    .Any(remote => remote.Provider != database.Provider))
                .Select(database => database.Breach("remoteBackups", "no automated backups in another region")))
        {
            Severity = PolicySeverity.High,
            Title = "A protected environment's databases are backed up in another region, too.",
            Reason = "A region that is gone takes its backups along.",
            Remedy = "Add an InstanceAutomatedBackupsReplication through the replica region's provider.",
            Controls = Serves.OtherSite,
        },
        new(PolicyThemes.Backups, 5, context => context.Unless(
            AwsTypes.DatabaseInstance, "copyTagsToSnapshot", on => on.IsTrue()))
        {
            Severity = PolicySeverity.Low,
            Title = "Snapshots carry their database's tags.",
            Reason = "A snapshot without them has no owner and no data class, and matches no rule of access.",
            Remedy = "Set CopyTagsToSnapshot.",
            Controls = Serves.Inventory,
        },
        new(PolicyThemes.Backups, 6, context => !context.Environment.Protect ? [] : context.Each(AwsTypes.BackupVault)
            .Where(vault => !context.About(vault, AwsTypes.BackupVaultLock, "backupVaultName")
                .Any(held => held.Provider == vault.Provider && held.At("minRetentionDays").IsPresent()))
            .Select(vault => vault.Breach("lock", "no VaultLockConfiguration with a shortest retention")))
        {
            Severity = PolicySeverity.High,
            Title = "A protected environment's backup vaults are locked.",
            Reason = "Who wants a ransom deletes the backups first.",
            Remedy = "Give the vault a VaultLockConfiguration with MinRetentionDays.",
            Controls = Serves.Backup,
        },
        new(PolicyThemes.Backups, 7, context => !context.Environment.Protect ? [] :
            from plan in context.Each(AwsTypes.BackupPlan)
            from rule in plan.Items("rules")
            where !rule.At("copyActions").IsPresent()
            select plan.Breach("rules", $"'{rule.At("ruleName").AsText()}' copies to no other vault"))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every backup of a protected environment is copied to a second vault.",
            Reason = "One vault is one region, one key and one mistake.",
            Remedy = "Add a copy action to the plan's rule.",
            Controls = Serves.OtherSite,
        },
        new(PolicyThemes.Backups, 8, context => !context.Environment.Protect ? [] : context.Each(AwsTypes.BackupPlan)
            .Where(_ => !context.Each(AwsTypes.RestoreTestingPlan)
                .Any(test => context.About(test, AwsTypes.RestoreTestingSelection, "restoreTestingPlanName").Any()))
            .Select(plan => plan.Breach("restoreTesting", "nobody tries to restore")))
        {
            Severity = PolicySeverity.High,
            Title = "Backups of a protected environment are restored on a schedule, as a test.",
            Reason = "A backup that nobody has restored is a hope.",
            Remedy = "Add a RestoreTestingPlan with a RestoreTestingSelection.",
            Controls = Serves.Recovery,
        },
        new(PolicyThemes.Backups, 9, context => context.Each(AwsTypes.BackupPlan)
            .Where(plan => !context.About(plan, AwsTypes.BackupSelection, "planId").Any())
            .Select(plan => plan.Breach("selection", "backs up nothing")))
        {
            Severity = PolicySeverity.High,
            Title = "Every backup plan selects something.",
            Reason = "A plan without a selection runs every night and backs up nothing.",
            Remedy = "Add a Selection by tag.",
            Controls = Serves.Backup,
        },
        new(PolicyThemes.Backups, 10, context => context.Each(AwsTypes.Bucket)
            .Where(bucket => context.Environment.Protect
                && context.Environment.Store.Has(StoreFeature.Replication)
                && bucket.IsTrue("objectLockEnabled")
                && !context.About(bucket, AwsTypes.Trail, "s3BucketName").Any()
                && !context.Each(AwsTypes.BucketReplication)
                    .SelectMany(replication => replication.Items("rules")
                        .Select(rule => rule.At("destination.bucket").AsText())
                        .Append(replication.Text("bucket")))
                    .Any(end => context.Meant(end, AwsTypes.Bucket)?.Urn == bucket.Urn))
            .Select(bucket => bucket.Breach("replication", "neither copied nor a copy")))
        {
            Severity = PolicySeverity.High,
            Title = "A protected environment's locked buckets are replicated, but for CloudTrail's own.",
            Reason = "A lock keeps people from deleting evidence, not a region from failing.",
            Remedy = "Add a BucketReplicationConfig to a locked bucket in another region.",
            Controls = Serves.OtherSite,
        },
    ];
}
