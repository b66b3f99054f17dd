using Pulumi.Aws.S3.Inputs;
using Infra.Components.Policies;
using Kms = Pulumi.Aws.Kms;
using S3 = Pulumi.Aws.S3;

namespace Infra.Components.State;

/// <summary>
/// Where Pulumi keeps the state of an account's environment: a versioned, encrypted, private bucket, and the key that
/// the secrets in the state are wrapped with. Stateful: it is made before everything else and goes last.
/// </summary>
public sealed class StateStore : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the bucket.</summary>
    public const string TypeToken = "strata:state:StateStore";

    private const int AbandonedUploadDays = 7;

    private readonly string _name;
    private readonly S3.Bucket _bucket;

    /// <summary>Creates the key, the bucket and everything on it.</summary>
    public StateStore(string name, StateStoreArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        _name = name;
        var key = new Kms.Key(
            $"{name}-key",
            new()
            {
                Description = "State and its secrets",
                EnableKeyRotation = true,
                DeletionWindowInDays = args.KeyDeletionDays,
                Policy = new PolicyDocument(KeyStatements.AccountDecides(args.Scope.Partition, args.Scope.Account)).ToJson(),
                Tags = args.Tags.ToInputs(),
            },
            Child());
        _ = new Kms.Alias(
            $"{name}-key-alias", new() { Name = $"alias/{args.Scope.StateName}", TargetKeyId = key.KeyId }, Child());
        _bucket = new(name, new() { BucketName = args.Scope.StateName, Tags = args.Tags.ToInputs() }, Child());
        Encrypt(key.Arn);
        KeepPrivate(args);
        KeepHistory(args.HistoryDays);
        BucketName = _bucket.BucketName;
        KeyArn = key.Arn;
        RegisterOutputs();
    }

    /// <summary>Name of the bucket.</summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; private set; }

    /// <summary>ARN of the key.</summary>
    [Output("keyArn")]
    public Output<string> KeyArn { get; private set; }

    private void Encrypt(Output<string> keyArn)
    {
        _ = new S3.BucketServerSideEncryptionConfiguration(
            $"{_name}-encryption",
            new()
            {
                Bucket = _bucket.BucketName,
                Rules = new BucketServerSideEncryptionConfigurationRuleArgs
                {
                    ApplyServerSideEncryptionByDefault =
                        new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                        {
                            SseAlgorithm = "aws:kms",
                            KmsMasterKeyId = keyArn,
                        },
                    BucketKeyEnabled = true, // One KMS call per bucket and time, not per object.
                },
            },
            Child());
    }

    private void KeepPrivate(StateStoreArgs args)
    {
        _ = new S3.BucketPublicAccessBlock(
            $"{_name}-private",
            new()
            {
                Bucket = _bucket.BucketName,
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            Child());
        _ = new S3.BucketOwnershipControls(
            $"{_name}-ownership",
            new()
            {
                Bucket = _bucket.BucketName,
                Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
            },
            Child());
        _ = new S3.BucketPolicy(
            $"{_name}-policy",
            new() { Bucket = _bucket.BucketName, Policy = StateBucketPolicy.For(args.Scope).ToJson() },
            Child());
    }

    /// <summary>A state that was overwritten by mistake comes back from here.</summary>
    private void KeepHistory(int days)
    {
        var versioning = new S3.BucketVersioning(
            $"{_name}-versioning",
            new()
            {
                Bucket = _bucket.BucketName,
                VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
            },
            Child());
        _ = new S3.BucketLifecycleConfiguration(
            $"{_name}-lifecycle",
            new()
            {
                Bucket = _bucket.BucketName,
                Rules = new BucketLifecycleConfigurationRuleArgs
                {
                    Id = "history",
                    Status = "Enabled",
                    Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    AbortIncompleteMultipartUpload =
                        new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                        {
                            DaysAfterInitiation = AbandonedUploadDays,
                        },
                    NoncurrentVersionExpiration =
                        new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = days },
                },
            },
            new() { Parent = this, DependsOn = { versioning } });
    }

    private CustomResourceOptions Child() => new() { Parent = this };
}
