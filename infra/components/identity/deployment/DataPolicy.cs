using Infra.Components.Policies;
using Infra.Components.Registry;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity.Deployment;

/// <summary>Databases, their backups and their secrets.</summary>
internal static class DataPolicy
{
    public static PolicyDocument For(AccountScope scope) => new(
        Allow("ReadDatabases", ["rds:Describe*", "rds:ListTagsForResource"], ["*"]),
        Allow(
            "ManageDatabases",
            [
                "rds:AddTagsToResource", "rds:CreateDBInstance", "rds:CreateDBParameterGroup", "rds:CreateDBSnapshot",
                "rds:CreateDBSubnetGroup", "rds:CreateEventSubscription", "rds:DeleteDBInstance",
                "rds:DeleteDBInstanceAutomatedBackup", "rds:DeleteDBParameterGroup", "rds:DeleteDBSubnetGroup",
                "rds:DeleteEventSubscription", "rds:ModifyDBInstance", "rds:ModifyDBParameterGroup",
                "rds:ModifyDBSubnetGroup", "rds:ModifyEventSubscription", "rds:RebootDBInstance",
                "rds:RemoveTagsFromResource", "rds:ResetDBParameterGroup", "rds:RestoreDBInstanceToPointInTime",
            ],
            [scope.Everywhere("rds", $"*:{scope.Prefix}-*")]),
        // The replicated backups in the other region have ids that AWS makes up.
        Allow(
            "ReplicateBackups",
            [
                "rds:CreateDBInstance", "rds:DeleteDBInstanceAutomatedBackup",
                "rds:StartDBInstanceAutomatedBackupsReplication", "rds:StopDBInstanceAutomatedBackupsReplication",
            ],
            [scope.Everywhere("rds", "auto-backup:*"), scope.Everywhere("rds", $"db:{scope.Prefix}-*")]),
        Allow("ReadBackups", ["backup:Describe*", "backup:Get*", "backup:List*"], ["*"]),
        Allow(
            "ManageBackups",
            [
                "backup:CreateBackupPlan", "backup:CreateBackupSelection", "backup:CreateBackupVault",
                "backup:CreateFramework", "backup:CreateReportPlan", "backup:CreateRestoreTestingPlan",
                "backup:CreateRestoreTestingSelection", "backup:DeleteBackupPlan", "backup:DeleteBackupSelection",
                "backup:DeleteBackupVault", "backup:DeleteRestoreTestingPlan",
                "backup:DeleteRestoreTestingSelection", "backup:PutBackupVaultAccessPolicy",
                "backup:PutBackupVaultLockConfiguration", "backup:PutBackupVaultNotifications",
                "backup:TagResource", "backup:UntagResource", "backup:UpdateBackupPlan",
                "backup:UpdateGlobalSettings", "backup:UpdateRegionSettings", "backup:UpdateRestoreTestingPlan",
                "backup:UpdateRestoreTestingSelection",
            ],
            ["*"]),
        Allow("StoreBackups", ["backup-storage:MountCapsule"], ["*"]),
        Allow(
            "ManageSecrets",
            [
                "secretsmanager:CancelRotateSecret", "secretsmanager:CreateSecret",
                "secretsmanager:DeleteResourcePolicy", "secretsmanager:DeleteSecret",
                "secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy",
                "secretsmanager:GetSecretValue", "secretsmanager:ListSecretVersionIds",
                "secretsmanager:PutResourcePolicy", "secretsmanager:PutSecretValue",
                "secretsmanager:ReplicateSecretToRegions", "secretsmanager:RotateSecret", "secretsmanager:TagResource",
                "secretsmanager:UntagResource", "secretsmanager:UpdateSecret",
                "secretsmanager:UpdateSecretVersionStage",
            ],
            [scope.Everywhere("secretsmanager", $"secret:{scope.Prefix}*")]),
        // Places for who fetches images; people fill them, and nobody deploys what they hold.
        Allow(
            "PlaceRegistryCredentials",
            [
                "secretsmanager:CreateSecret", "secretsmanager:DeleteSecret", "secretsmanager:DescribeSecret",
                "secretsmanager:GetResourcePolicy", "secretsmanager:TagResource", "secretsmanager:UntagResource",
                "secretsmanager:UpdateSecret",
            ],
            [scope.Everywhere("secretsmanager", $"secret:{ImageRegistry.SecretPrefix}*")]),
        // RDS makes the master secret in our name; nothing reads it but the database's owner.
        Allow(
            "MakeMasterSecrets",
            ["secretsmanager:CreateSecret", "secretsmanager:DescribeSecret", "secretsmanager:TagResource"],
            [scope.Everywhere("secretsmanager", "secret:rds!db-*")]));
}
