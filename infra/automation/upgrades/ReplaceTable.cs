using Infra.Automation.Policies;

namespace Infra.Automation.Upgrades;

/// <summary>
/// Which inputs replace the resources that hold data, or the way to it. As of 2026-11-20, from <c>ForceNew</c> in the
/// sources of terraform-provider-aws (internal/service/{backup,eks,kms,rds,s3,…}), on which Pulumi's provider is built;
/// a cluster's subnets, for one, change in place.
/// </summary>
internal static class ReplaceTable
{
    public static IReadOnlyDictionary<string, IReadOnlyList<ReplaceTrigger>> Types { get; } =
        new Dictionary<string, IReadOnlyList<ReplaceTrigger>>
        {
            [AwsTypes.Bucket] = ["bucket", "bucketPrefix", "objectLockEnabled"],
            [AwsTypes.Key] = ["customerMasterKeySpec", "customKeyStoreId", "keyUsage", "multiRegion", "xksKeyId"],
            ["aws:kms/replicaKey:ReplicaKey"] = ["primaryKeyArn"],
            [AwsTypes.DatabaseInstance] =
            [
                "availabilityZone", "characterSetName", "dbName", "engine", "identifier", "identifierPrefix",
                "kmsKeyId", "restoreToPointInTime", "snapshotIdentifier", "storageEncrypted", "timezone", "username",
            ],
            [AwsTypes.Cluster] =
            [
                "accessConfig.bootstrapClusterCreatorAdminPermissions", "bootstrapSelfManagedAddons",
                new("encryptionConfig", OnlyWhenRemoved: true), "kubernetesNetworkConfig.ipFamily",
                "kubernetesNetworkConfig.serviceIpv4Cidr", "name", "roleArn",
            ],
            [AwsTypes.BackupVault] = ["kmsKeyArn", "name"],
            ["aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault"] =
                ["maxRetentionDays", "minRetentionDays", "name"],
            [AwsTypes.Secret] = ["name", "namePrefix"],
            [AwsTypes.LogGroup] = ["name", "namePrefix"],
            [AwsTypes.Trail] = ["name"],
            [AwsTypes.Zone] = ["delegationSetId", "name"],
            [AwsTypes.Vpc] = ["cidrBlock"],
            [AwsTypes.Subnet] = ["availabilityZone", "cidrBlock", "vpcId"],
            [AwsTypes.EcrRepository] = ["encryptionConfigurations", "name"],
            [AwsTypes.OidcProvider] = ["url"],
            ["kubernetes:core/v1:Namespace"] = ["metadata.name"],
            ["kubernetes:core/v1:PersistentVolumeClaim"] =
                ["metadata.name", "metadata.namespace", "spec.storageClassName", "spec.accessModes"],
        };
}
