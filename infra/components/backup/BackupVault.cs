using Infra.Components.Policies;
using Aws = Pulumi.Aws.Backup;

namespace Infra.Components.Backup;

/// <summary>A vault of AWS Backup whose recovery points nobody can delete before their time. Stateful.</summary>
public sealed class BackupVault : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the vault.</summary>
    public const string TypeToken = "strata:backup:BackupVault";

    /// <summary>What somebody must look at. A copy job fails in the vault that it copies from.</summary>
    private static readonly string[] _events =
    [
        "BACKUP_JOB_EXPIRED", "BACKUP_JOB_FAILED", "COPY_JOB_FAILED", "RECOVERY_POINT_MODIFIED", "RESTORE_JOB_FAILED",
    ];

    /// <summary>Creates the vault.</summary>
    public BackupVault(string name, BackupVaultArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var vault = new Aws.Vault(
            name,
            new()
            {
                Name = args.VaultName,
                KmsKeyArn = args.KeyArn,
                ForceDestroy = false,
                Tags = args.Tags.ToInputs(),
            },
            child);
        var locked = new Aws.VaultLockConfiguration(
            $"{name}-lock",
            new()
            {
                BackupVaultName = vault.Name,
                MinRetentionDays = args.Lock.MinimumDays,
                MaxRetentionDays = args.Lock.MaximumDays,
                ChangeableForDays = args.Lock.GraceDays is { } days ? (Input<int>)days : null,
            },
            child);
        _ = new Aws.VaultPolicy(
            $"{name}-policy",
            new() { BackupVaultName = vault.Name, Policy = Policy().ToJson() },
            // The policy keeps everybody from taking the lock off, this program included: it comes last and goes first.
            new() { Parent = this, DependsOn = { locked } });
        if (args.TopicArn is { } topic)
        {
            _ = new Aws.VaultNotifications(
                $"{name}-notifications",
                new() { BackupVaultName = vault.Name, SnsTopicArn = topic, BackupVaultEvents = _events },
                child);
        }

        VaultName = vault.Name;
        VaultArn = vault.Arn;
        RegisterOutputs();
    }

    /// <summary>Name of the vault.</summary>
    [Output("vaultName")]
    public Output<string> VaultName { get; private set; }

    /// <summary>ARN of the vault.</summary>
    [Output("vaultArn")]
    public Output<string> VaultArn { get; private set; }

    /// <summary>What a lock does not refuse in its days of grace, or where it is one that can be taken off.</summary>
    private static PolicyDocument Policy() => new(new PolicyStatement
    {
        Sid = "DenyWeakening",
        Effect = PolicyEffect.Deny,
        Principal = PolicyPrincipal.Everyone,
        Actions =
        [
            "backup:DeleteBackupVault", "backup:DeleteBackupVaultLockConfiguration", "backup:DeleteRecoveryPoint",
            "backup:UpdateRecoveryPointLifecycle",
        ],
        Resources = ["*"],
    });
}
