using S3 = Pulumi.Aws.S3;

namespace Infra.Components.Evidence;

/// <summary>
/// A versioned, encrypted, private bucket. With retention its objects are locked; its policy then keeps the lock and
/// the bucket from being weakened. Stateful.
/// </summary>
public sealed class EvidenceBucket : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the bucket.</summary>
    public const string TypeToken = "strata:evidence:EvidenceBucket";

    private readonly string _name;
    private readonly EvidenceBucketArgs _args;
    private readonly S3.Bucket _bucket;

    /// <summary>Creates the bucket and everything on it.</summary>
    public EvidenceBucket(string name, EvidenceBucketArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        (_name, _args, PlainName) = (name, args, args.BucketName);
        _bucket = new(
            name,
            new()
            {
                BucketName = args.BucketName,
                ObjectLockEnabled = args.Retention is not null,
                Tags = args.Tags.ToInputs(),
            },
            Child());
        BucketName = _bucket.BucketName;
        BucketArn = Output.Create($"arn:{args.Partition}:s3:::{args.BucketName}");

        var versioning = Version();
        var settings = new InputList<Resource> { versioning };
        if (args.Retention is { } retention)
        {
            settings.Add(Lock(retention, versioning));
        }

        Encrypt();
        KeepPrivate();
        CleanUp(versioning);
        // The policy denies changes to versioning and lock to everyone, this program included: it comes after both.
        _ = new S3.BucketPolicy(
            $"{name}-policy",
            new() { Bucket = BucketName, Policy = EvidenceBucketPolicy.For(args).ToJson() },
            Child(settings));
        RegisterOutputs();
    }

    /// <summary>Name of the bucket.</summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; private set; }

    /// <summary>Name of the bucket, for what has to know it before the bucket is there.</summary>
    public string PlainName { get; }

    /// <summary>ARN of the bucket.</summary>
    [Output("bucketArn")]
    public Output<string> BucketArn { get; private set; }

    private S3.BucketVersioning Version() => new(
        $"{_name}-versioning",
        new()
        {
            Bucket = BucketName,
            VersioningConfiguration = new S3.Inputs.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        },
        Child());

    private S3.BucketObjectLockConfiguration Lock(RetentionBounds retention, Resource versioning) => new(
        $"{_name}-lock",
        new()
        {
            Bucket = BucketName,
            Rule = new S3.Inputs.BucketObjectLockConfigurationRuleArgs
            {
                DefaultRetention = new S3.Inputs.BucketObjectLockConfigurationRuleDefaultRetentionArgs
                {
                    Mode = retention.Mode switch
                    {
                        RetentionMode.Compliance => "COMPLIANCE",
                        RetentionMode.Governance => "GOVERNANCE",
                        var mode => throw new ArgumentException($"Unknown retention mode '{mode}'.", nameof(retention)),
                    },
                    Days = retention.DefaultDays,
                },
            },
        },
        Child([versioning]));

    private void Encrypt()
    {
        if (_args.KeyArn is null)
        {
            return;
        }

        _ = new S3.BucketServerSideEncryptionConfiguration(
            $"{_name}-encryption",
            new()
            {
                Bucket = BucketName,
                Rules = new S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs
                {
                    ApplyServerSideEncryptionByDefault =
                        new S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                        {
                            SseAlgorithm = "aws:kms",
                            KmsMasterKeyId = _args.KeyArn,
                        },
                    BucketKeyEnabled = true, // One KMS call per bucket and time, not per object.
                },
            },
            Child());
    }

    private void KeepPrivate()
    {
        _ = new S3.BucketPublicAccessBlock(
            $"{_name}-private",
            new()
            {
                Bucket = BucketName,
                BlockPublicAcls = _args.Abilities.PublicAclBlock,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            Child());
        if (_args.Abilities.OwnershipControls)
        {
            _ = new S3.BucketOwnershipControls(
                $"{_name}-ownership",
                new()
                {
                    Bucket = BucketName,
                    Rule = new S3.Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
                },
                Child());
        }
    }

    private void CleanUp(Resource versioning)
    {
        var rules = new InputList<S3.Inputs.BucketLifecycleConfigurationRuleArgs>
        {
            new S3.Inputs.BucketLifecycleConfigurationRuleArgs
            {
                Id = "abandoned-uploads",
                Status = "Enabled",
                Filter = new S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                AbortIncompleteMultipartUpload =
                    new S3.Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                    {
                        DaysAfterInitiation = _args.AbandonedUploadDays,
                    },
            },
        };
        if (_args.HistoryDays is { } days)
        {
            rules.Add(new S3.Inputs.BucketLifecycleConfigurationRuleArgs
            {
                Id = "old-versions",
                Status = "Enabled",
                Filter = new S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                NoncurrentVersionExpiration =
                    new S3.Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
                    {
                        NoncurrentDays = days,
                    },
            });
        }

        if (_args.ExpiryDays is { } expiry)
        {
            rules.Add(new S3.Inputs.BucketLifecycleConfigurationRuleArgs
            {
                Id = "expired",
                Status = "Enabled",
                Filter = new S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                Expiration = new S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = expiry },
            });
        }

        _ = new S3.BucketLifecycleConfiguration(
            $"{_name}-lifecycle",
            new() { Bucket = BucketName, Rules = rules },
            Child([versioning]));
    }

    private CustomResourceOptions Child(InputList<Resource>? dependsOn = null) =>
        new() { Parent = this, DependsOn = dependsOn ?? [] };
}
