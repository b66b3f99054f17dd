namespace Infra.Automation.Policies;

/// <summary>Type tokens of the AWS resources that rules ask for.</summary>
internal static class AwsTypes
{
    public const string AccountPublicAccessBlock = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
    public const string BackupVaultPolicy = "aws:backup/vaultPolicy:VaultPolicy";
    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string BucketAcl = "aws:s3/bucketAcl:BucketAcl";
    public const string BucketEncryption =
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    public const string BucketLifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    public const string BucketLogging = "aws:s3/bucketLogging:BucketLogging";
    public const string BucketObjectLock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
    public const string BucketOwnership = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    public const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";
    public const string BucketPublicAccessBlock = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    public const string BucketReplication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    public const string BucketVersioning = "aws:s3/bucketVersioning:BucketVersioning";
    public const string EcrRegistryPolicy = "aws:ecr/registryPolicy:RegistryPolicy";
    public const string EcrRepositoryPolicy = "aws:ecr/repositoryPolicy:RepositoryPolicy";
    public const string EventBusPolicy = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";
    public const string Key = "aws:kms/key:Key";
    public const string KeyPolicy = "aws:kms/keyPolicy:KeyPolicy";
    public const string Policy = "aws:iam/policy:Policy";
    public const string Provider = "pulumi:providers:aws";
    public const string Role = "aws:iam/role:Role";
    public const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    public const string SecretPolicy = "aws:secretsmanager/secretPolicy:SecretPolicy";
    public const string TopicPolicy = "aws:sns/topicPolicy:TopicPolicy";
}
