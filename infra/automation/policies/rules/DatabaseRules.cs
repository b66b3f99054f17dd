using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Components.Registry;

namespace Infra.Automation.Policies.Rules;

/// <summary>Databases and their secrets: RDS's own defaults are unsafe in all of these.</summary>
internal static class DatabaseRules
{
    private const int ShortestWindow = 7; // Days; the shortest that Secrets Manager offers but for "at once".

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Encryption, 8, context => context.Each(AwsTypes.DatabaseInstance)
            .Where(database => !database.IsTrue("storageEncrypted") || !database.At("kmsKeyId").IsPresent())
            .Select(database => database.Breach(database.IsTrue("storageEncrypted") ? "kmsKeyId" : "storageEncrypted")))
        {
            Severity = PolicySeverity.Critical,
            Title = "Every database is encrypted with a KMS key of ours.",
            Reason = "Its snapshots can be copied and shared by whoever may, and encryption cannot be added later.",
            Remedy = "Set StorageEncrypted and KmsKeyId.",
            Controls = Serves.EncryptionAtRest,
        },
        new(PolicyThemes.Encryption, 9, context => context.Each(AwsTypes.DatabaseInstance)
            .Where(database => context.Meant(database.Text("parameterGroupName"), AwsTypes.DatabaseParameterGroup)
                is not { } group || !Parameter(group, "rds.force_ssl", "1"))
            .Select(database => database.Breach("parameterGroupName", "rds.force_ssl is not 1")))
        {
            Severity = PolicySeverity.High,
            Title = "Every database refuses connections without TLS.",
            Reason = "Passwords and rows would travel in clear wherever a client forgets to ask.",
            Remedy = "Set rds.force_ssl to 1 in the instance's own parameter group.",
            Controls = Serves.EncryptionInTransit,
        },
        new(PolicyThemes.Encryption, 10, context => context.Each(AwsTypes.Secret)
            .Where(secret => !secret.At("kmsKeyId").IsPresent())
            .Where(secret => secret.Text("name") is not { } name
                || !name.StartsWith(ImageRegistry.SecretPrefix, StringComparison.Ordinal))
            .Select(secret => secret.Breach("kmsKeyId")))
        {
            Severity = PolicySeverity.High,
            Title = "Every secret is encrypted with a KMS key of ours, but for what ECR reads under its own.",
            Reason = "With the account's own key, reading the secret is all it takes to have it.",
            Remedy = "Set KmsKeyId to the key for secrets.",
            Controls = Serves.EncryptionAtRest,
        },
        new(PolicyThemes.Encryption, 11, context => context.Unless(
            AwsTypes.Topic, "kmsMasterKeyId", key => key.IsPresent()))
        {
            Severity = PolicySeverity.Low,
            Title = "Every topic is encrypted with a KMS key of ours.",
            Reason = "Alarms name what is broken and where.",
            Remedy = "Set KmsMasterKeyId to the key for topics.",
            Controls = Serves.EncryptionAtRest,
        },
        new(PolicyThemes.Encryption, 12, context => context.Unless(
            AwsTypes.BackupVault, "kmsKeyArn", key => key.IsPresent()))
        {
            Severity = PolicySeverity.High,
            Title = "Every backup vault is encrypted with a KMS key of ours.",
            Reason = "A backup holds everything the database holds.",
            Remedy = "Set KmsKeyArn to the key for backups of the vault's region.",
            Controls = Serves.EncryptionAtRest,
        },
        new(PolicyThemes.Encryption, 13, context => context.Each(AwsTypes.DatabaseInstance)
            .Where(database => database.IsTrue("performanceInsightsEnabled")
                && !database.At("performanceInsightsKmsKeyId").IsPresent())
            .Select(database => database.Breach("performanceInsightsKmsKeyId")))
        {
            Severity = PolicySeverity.Medium,
            Title = "A database's insights are encrypted with a KMS key of ours.",
            Reason = "They hold the statements, and the key cannot be changed afterwards.",
            Remedy = "Set PerformanceInsightsKmsKeyId when insights are first switched on.",
            Controls = Serves.EncryptionAtRest,
        },
        new(PolicyThemes.Exposure, 6, context => context.Each(AwsTypes.DatabaseInstance)
            .Where(database => database.IsTrue("publiclyAccessible"))
            .Select(database => database.Breach("publiclyAccessible")))
        {
            Severity = PolicySeverity.Critical,
            Title = "No database has a public address.",
            Reason = "One wrong security group, and its password is all there is between it and everybody.",
            Remedy = "Set PubliclyAccessible to false.",
            Controls = Serves.Boundary,
        },
        new(PolicyThemes.Protection, 8, context => !context.Environment.Protect ? [] : context.Unless(
            AwsTypes.DatabaseInstance, "deletionProtection", on => on.IsTrue()))
        {
            Severity = PolicySeverity.High,
            Title = "A protected environment's databases refuse to be deleted.",
            Reason = "The provider's protection is the program's word; this one is the cloud's.",
            Remedy = "Set DeletionProtection from the environment's file.",
            Controls = Serves.Backup,
        },
        new(PolicyThemes.Protection, 9, context => !context.Environment.Protect ? [] :
            context.Each(AwsTypes.DatabaseInstance)
                .Where(database => database.IsTrue("skipFinalSnapshot")
                    || !database.At("finalSnapshotIdentifier").IsPresent())
                .Select(database => database.Breach(
                    database.IsTrue("skipFinalSnapshot") ? "skipFinalSnapshot" : "finalSnapshotIdentifier")))
        {
            Severity = PolicySeverity.High,
            Title = "A protected environment's database leaves a snapshot behind.",
            Reason = "Deleted on purpose, it would take its last hours along.",
            Remedy = "Set FinalSnapshotIdentifier and leave SkipFinalSnapshot false.",
            Controls = Serves.Backup,
        },
        new(PolicyThemes.Protection, 10, context => context.Each(AwsTypes.DatabaseInstance)
            .Where(database => database.Options.Protect == true && database.At("restoreToPointInTime").IsPresent())
            .Select(database => database.Breach("restoreToPointInTime")))
        {
            Severity = PolicySeverity.Critical,
            Title = "No protected database is restored over itself.",
            Reason = "Adding RestoreToPointInTime to an existing instance replaces it, data and all.",
            Remedy = "Restore into a resource of its own, as the drill does.",
            Controls = Serves.Backup,
        },
        new(PolicyThemes.Protection, 11, context => !context.Environment.Protect ? [] : context.Unless(
            AwsTypes.Secret, "recoveryWindowInDays", days => days.AsNumber() is null or >= ShortestWindow))
        {
            Severity = PolicySeverity.Medium,
            Title = "A deleted secret can be brought back for a week at least.",
            Reason = "With no window, a slip locks everything out of its database at once.",
            Remedy = "Set RecoveryWindowInDays to 7 or more, from the environment's file.",
            Controls = Serves.Backup,
        },
        new(PolicyThemes.Identity, 12, context => context.Each(AwsTypes.DatabaseInstance)
            .Where(database => !database.IsTrue("manageMasterUserPassword"))
            .Select(database => database.Breach("manageMasterUserPassword")))
        {
            Severity = PolicySeverity.High,
            Title = "No program knows a database's master password.",
            Reason = "A password in a program is in its state, its history and its logs, and never rotates.",
            Remedy = "Set ManageMasterUserPassword and MasterUserSecretKmsKeyId; take Password out.",
            Controls = Serves.Credentials,
        },
        new(PolicyThemes.Identity, 13, context => context.Unless(
            AwsTypes.DatabaseInstance, "iamDatabaseAuthenticationEnabled", on => on.IsTrue()))
        {
            Severity = PolicySeverity.Low,
            Title = "Every database lets people sign in by IAM.",
            Reason = "Otherwise whoever has to look shares a password with everybody else.",
            Remedy = "Set IamDatabaseAuthenticationEnabled.",
            Controls = Serves.Authentication,
        },
        new(PolicyThemes.Logging, 6, context => context.Each(AwsTypes.DatabaseInstance)
            .SelectMany(database => ((string[])["postgresql", "upgrade"])
                .Except(database.Texts("enabledCloudwatchLogsExports"))
                .Select(log => database.Breach("enabledCloudwatchLogsExports", $"without {log}"))))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every database exports its logs.",
            Reason = "On the instance they last for days, and go with it.",
            Remedy = "Set EnabledCloudwatchLogsExports to postgresql and upgrade.",
            Controls = Serves.Logging,
        },
        new(PolicyThemes.Cost, 6, context => context.Unless(
            AwsTypes.DatabaseInstance,
            "engineLifecycleSupport",
            support => support.AsText() is "open-source-rds-extended-support-disabled"))
        {
            Severity = PolicySeverity.Medium,
            Title = "No database slides into extended support.",
            Reason = "It is the default, and is billed per core and hour from the day the version leaves support.",
            Remedy = "Set EngineLifecycleSupport to open-source-rds-extended-support-disabled, and upgrade in time.",
            Controls = Serves.Spending,
        },
    ];

    private static bool Parameter(GraphResource group, string name, string value) => group.Items("parameters")
        .Any(parameter => parameter.At("name").AsText() == name && parameter.At("value").AsText() == value);
}
