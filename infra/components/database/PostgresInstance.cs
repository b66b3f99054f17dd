using System.Globalization;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Rds = Pulumi.Aws.Rds;

namespace Infra.Components.Database;

/// <summary>
/// One PostgreSQL instance with its logs, and its backups in two regions. Encrypted, TLS only, reached from within the
/// VPC only; nobody here knows its master password. Stateful.
/// </summary>
public sealed class PostgresInstance : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the instance.</summary>
    public const string TypeToken = "strata:database:PostgresInstance";

    /// <summary>Creates the instance.</summary>
    public PostgresInstance(string name, PostgresInstanceArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        Resource[] groups = [.. DatabaseDefaults.Logs.Select(log => LogGroup(name, log, args))];
        var instance = new Rds.Instance(name, InstanceOf(args), new()
        {
            Parent = this,
            Provider = args.Home,
            // RDS would make groups of its own, unencrypted and kept for ever.
            DependsOn = groups,
        });
        _ = new Rds.InstanceAutomatedBackupsReplication(
            $"{name}-remote-backups",
            new()
            {
                SourceDbInstanceArn = instance.Arn,
                KmsKeyId = args.Keys.RemoteData,
                RetentionPeriod = args.Care.RemoteRecoveryDays,
            },
            new() { Parent = this, Provider = args.Replica });
        Address = instance.Address;
        Identifier = instance.Identifier;
        Arn = instance.Arn;
        MasterSecretArn = instance.MasterUserSecrets.Apply(secrets => secrets[0].SecretArn);
        RegisterOutputs();
    }

    /// <summary>Host name of the instance; it follows a failover.</summary>
    [Output("address")]
    public Output<string> Address { get; private set; }

    /// <summary>What the instance is called.</summary>
    [Output("identifier")]
    public Output<string> Identifier { get; private set; }

    /// <summary>ARN of the instance.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>ARN of the secret that RDS keeps the master user's password in.</summary>
    [Output("masterSecretArn")]
    public Output<string> MasterSecretArn { get; private set; }

    private static Rds.InstanceArgs InstanceOf(PostgresInstanceArgs args) => new()
    {
        Identifier = args.Identifier,
        Engine = DatabaseDefaults.Engine,
        EngineVersion = args.MajorVersion.ToString(CultureInfo.InvariantCulture),
        EngineLifecycleSupport = DatabaseDefaults.LifecycleSupport,
        AllowMajorVersionUpgrade = false,
        AutoMinorVersionUpgrade = true, // Security fixes; each environment has its day, dev first.
        MaintenanceWindow = DatabaseDefaults.MaintenanceWindow(args.Care.MaintenanceDay),
        ApplyImmediately = false,
        InstanceClass = args.Size.InstanceClass,
        AllocatedStorage = args.Size.StorageGb,
        MaxAllocatedStorage = args.Size.MaximumStorageGb,
        StorageType = DatabaseDefaults.StorageType,
        MultiAz = args.Size.MultiZone,
        Port = DatabaseDefaults.Port,
        DbSubnetGroupName = args.Groups.SubnetGroupName,
        ParameterGroupName = args.Groups.ParameterGroupName,
        VpcSecurityGroupIds = { args.SecurityGroupId },
        PubliclyAccessible = false,
        CaCertIdentifier = DatabaseDefaults.CertificateAuthority,
        Username = DatabaseDefaults.MasterUser,
        ManageMasterUserPassword = true,
        MasterUserSecretKmsKeyId = args.Keys.Secrets,
        IamDatabaseAuthenticationEnabled = true,
        StorageEncrypted = true,
        KmsKeyId = args.Keys.Data,
        BackupRetentionPeriod = args.Care.RecoveryDays,
        BackupWindow = DatabaseDefaults.BackupWindow,
        CopyTagsToSnapshot = true,
        DeleteAutomatedBackups = false,
        SkipFinalSnapshot = false,
        FinalSnapshotIdentifier = $"{args.Identifier}-final",
        DeletionProtection = args.Care.DeletionProtection,
        PerformanceInsightsEnabled = true,
        PerformanceInsightsKmsKeyId = args.Keys.Data,
        PerformanceInsightsRetentionPeriod = args.Care.InsightsDays,
        DatabaseInsightsMode =
            args.Care.InsightsDays >= DatabaseDefaults.AdvancedInsightsDays ? "advanced" : "standard",
        MonitoringInterval = args.Care.MonitoringSeconds,
        MonitoringRoleArn = args.Groups.MonitoringRoleArn,
        EnabledCloudwatchLogsExports = DatabaseDefaults.Logs.ToArray(),
        Tags = args.Tags.ToInputs(),
    };

    private CloudWatch.LogGroup LogGroup(string name, string log, PostgresInstanceArgs args) => new(
        $"{name}-log-{log}",
        new()
        {
            Name = $"/aws/rds/instance/{args.Identifier}/{log}",
            RetentionInDays = args.Care.LogDays,
            KmsKeyId = args.Keys.Logs,
            Tags = args.Tags.ToInputs(),
        },
        new() { Parent = this, Provider = args.Home });
}
