using Infra.Automation.Policies;

namespace Infra.Tests.Policies.Mutations;

/// <summary>Ways to break databases and their backups.</summary>
internal static class DataMutations
{
    private const string Database = "database";
    private const string Secret = "secret-temporal";

    public static IEnumerable<Mutation> All { get; } =
    [
        Set("STRATA-ENC-008", "in clear", "storageEncrypted", false),
        Set("STRATA-ENC-008", "with RDS's key", "kmsKeyId", null),
        new("STRATA-ENC-009", "without TLS", graph => graph.Set(
            AwsTypes.DatabaseParameterGroup, null, "parameters[0].value", "0")),
        Set("STRATA-ENC-009", "AWS's parameters", "parameterGroupName", "default.postgres17"),
        new("STRATA-ENC-010", "the account's key", graph => graph.Set(AwsTypes.Secret, Secret, "kmsKeyId", null)),
        new("STRATA-ENC-011", "a topic in clear", graph => graph.Set(
            AwsTypes.Topic, "database-topic", "kmsMasterKeyId", null)),
        new("STRATA-ENC-012", "AWS's key for backups", graph => graph.Set(
            AwsTypes.BackupVault, "backup-vault", "kmsKeyArn", null)),
        Set("STRATA-ENC-013", "insights with AWS's key", "performanceInsightsKmsKeyId", null),
        Set("STRATA-PUB-006", "a public address", "publiclyAccessible", true),
        Set("STRATA-PROT-008", "it can be deleted", "deletionProtection", null),
        Set("STRATA-PROT-009", "no snapshot at the end", "skipFinalSnapshot", true),
        Set("STRATA-PROT-009", "a snapshot without a name", "finalSnapshotIdentifier", null),
        Set("STRATA-PROT-010", "restored over itself", "restoreToPointInTime.useLatestRestorableTime", true),
        new("STRATA-PROT-011", "a secret that is gone at once", graph => graph.Set(
            AwsTypes.Secret, Secret, "recoveryWindowInDays", 0)),
        Set("STRATA-IAM-012", "a password in the program", "manageMasterUserPassword", null),
        Set("STRATA-IAM-013", "a shared password", "iamDatabaseAuthenticationEnabled", false),
        Set("STRATA-LOG-006", "logs stay on the instance", "enabledCloudwatchLogsExports", new[] { "upgrade" }),
        Set("STRATA-COST-005", "an old disk", "storageType", "gp2"),
        Set("STRATA-COST-006", "extended support", "engineLifecycleSupport", null),
        Set("STRATA-BACKUP-001", "RDS's default", "backupRetentionPeriod", null),
        Set("STRATA-BACKUP-001", "a week", "backupRetentionPeriod", 7),
        Set("STRATA-BACKUP-002", "backups go with it", "deleteAutomatedBackups", null),
        Set("STRATA-BACKUP-003", "one zone", "multiAz", false),
        new("STRATA-BACKUP-004", "one region", graph => graph.Remove(
            AwsTypes.RemoteBackups, "database-remote-backups")),
        new("STRATA-BACKUP-004", "the same region", graph => graph.Provider(
            AwsTypes.RemoteBackups, "database-remote-backups",
            graph.Find(AwsTypes.DatabaseInstance, Database).Provider)),
        Set("STRATA-BACKUP-005", "snapshots without tags", "copyTagsToSnapshot", false),
        new("STRATA-BACKUP-006", "an open vault", graph => graph.Remove(
            AwsTypes.BackupVaultLock, "backup-vault-lock")),
        new("STRATA-BACKUP-007", "one vault", graph => graph.Set(
            AwsTypes.BackupPlan, "backups", "rules[0].copyActions", null)),
        new("STRATA-BACKUP-008", "nobody tries", graph => graph.Remove(
            AwsTypes.RestoreTestingSelection, "backups-test-selection")),
        new("STRATA-BACKUP-009", "nothing is backed up", graph => graph.Remove(
            AwsTypes.BackupSelection, "backups-selection")),
        new("STRATA-BACKUP-010", "evidence in one region", graph => graph.Remove(
            AwsTypes.BucketReplication, "vault-replication-rule")),
        new("STRATA-NET-012", "a way out", graph => graph.Copy(
            AwsTypes.NatGateway, "routes-nat-a", AwsTypes.Route, "way-out",
            new Dictionary<string, object>
            {
                ["routeTableId"] = $"${{{graph.Find("aws:ec2/routeTable:RouteTable", "routes-isolated").Urn}#id}}",
                ["destinationCidrBlock"] = "0.0.0.0/0",
            })),
    ];

    private static Mutation Set(string rule, string what, string path, object? value) =>
        new(rule, what, graph => graph.Set(AwsTypes.DatabaseInstance, Database, path, value));
}
