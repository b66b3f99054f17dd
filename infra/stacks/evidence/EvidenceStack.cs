using Infra.Components.Evidence;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Aws = Pulumi.Aws;

namespace Infra.Stacks.Evidence;

/// <summary>
/// The <c>evidence</c> layer: the vault, in the environment's region and the one it is replicated to.
/// </summary>
public sealed class EvidenceStack : Stack
{
    /// <summary>Declares the layer.</summary>
    public EvidenceStack(LayerContext context)
        : base(context.Options)
    {
        var (environment, store) = (context.Environment, context.Environment.Store);
        var evidence = environment.Evidence;
        var home = Provider("home", environment, environment.Region);
        var abroad = store.Has(StoreFeature.Replication)
            ? Provider("replica", environment, environment.ReplicaRegion)
            : null;
        var vault = new EvidenceVault(
            "vault",
            new()
            {
                Prefix = environment.Prefix,
                Partition = environment.Partition,
                Account = environment.Account,
                Retention = Bounds(evidence.Retention),
                AbandonedUploadDays = evidence.AbandonedUploads.Days,
                HeadHistoryDays = evidence.HeadHistory.Days,
                KeyDeletionDays = evidence.KeyDeletionWindow.Days,
                Tags = context.Tags,
                Abilities = new(
                    KmsEncryption: store.Has(StoreFeature.KmsEncryption),
                    OwnershipControls: store.Has(StoreFeature.OwnershipControls),
                    PublicAclBlock: store.Has(StoreFeature.PublicAclBlock),
                    RetentionBounds: store.Has(StoreFeature.RetentionBounds)),
                Roles = evidence.Audit is null ? null : new(environment.Scope),
                Home = home,
                Replica = abroad,
            },
            new() { Protect = environment.Protect });

        (WriterRoleArn, ReviewerRoleArn, HoldRoleArn, TrailArn) = (Nothing, Nothing, Nothing, Nothing);
        if (evidence.Audit is { } settings
            && abroad is not null
            && vault is { KeyArn: { } key, Replica: { } replica, ReplicaKeyArn: { } replicaKey })
        {
            var audit = new EvidenceAudit(context, settings, home, abroad);
            var trail = audit.Trail();
            var roles = audit.Roles(key, replicaKey, trail.KeyArn);
            audit.Logs(vault, replica, key, replicaKey);
            (WriterRoleArn, ReviewerRoleArn, HoldRoleArn) =
                (Known(roles.WriterRoleArn), Known(roles.ReviewerRoleArn), Known(roles.HoldRoleArn));
            TrailArn = Known(trail.TrailArn);
        }

        PrimaryBucketArn = vault.Primary.BucketArn;
        KeyArn = vault.KeyArn is { } keyArn ? Known(keyArn) : Nothing;
        PrimaryBucket = vault.PrimaryBucketName;
        HeadBucket = vault.HeadBucketName;
        ReplicaBucket = vault.ReplicaBucketName;
        Region = Output.Create(environment.Region);
        ReplicaRegion = vault.ReplicaBucketName.Apply(name => name is null ? null : environment.ReplicaRegion);
        RetentionMode = Output.Create(evidence.Retention.Mode.ToString().ToUpperInvariant());
        RetentionMinimumDays = Output.Create(evidence.Retention.Minimum.Days);
        RetentionDefaultDays = Output.Create(evidence.Retention.Default.Days);
        RetentionMaximumDays = Output.Create(evidence.Retention.Maximum.Days);
    }

    /// <summary>Name of the bucket that evidence is written to.</summary>
    [Output("primaryBucket")]
    public Output<string> PrimaryBucket { get; private set; }

    /// <summary>Name of the bucket of the ledger's mutable head.</summary>
    [Output("headBucket")]
    public Output<string> HeadBucket { get; private set; }

    /// <summary>Name of the bucket that evidence is replicated to; null where there is no replication.</summary>
    [Output("replicaBucket")]
    public Output<string?> ReplicaBucket { get; private set; }

    /// <summary>Region of the primary and head buckets.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>Region of the replica; null where there is no replication.</summary>
    [Output("replicaRegion")]
    public Output<string?> ReplicaRegion { get; private set; }

    /// <summary>Mode of the lock: <c>COMPLIANCE</c> or <c>GOVERNANCE</c>.</summary>
    [Output("retentionMode")]
    public Output<string> RetentionMode { get; private set; }

    /// <summary>The shortest lock anyone may ask for, in days.</summary>
    [Output("retentionMinimumDays")]
    public Output<int> RetentionMinimumDays { get; private set; }

    /// <summary>The lock of an object that asks for none, in days.</summary>
    [Output("retentionDefaultDays")]
    public Output<int> RetentionDefaultDays { get; private set; }

    /// <summary>The longest lock anyone may ask for, in days.</summary>
    [Output("retentionMaximumDays")]
    public Output<int> RetentionMaximumDays { get; private set; }

    /// <summary>ARN of the bucket that evidence is written to.</summary>
    [Output("primaryBucketArn")]
    public Output<string> PrimaryBucketArn { get; private set; }

    /// <summary>ARN of the key of the primary and head buckets; null where the store has no KMS.</summary>
    [Output("keyArn")]
    public Output<string?> KeyArn { get; private set; }

    /// <summary>ARN of the role that writes evidence; null where the store knows no roles.</summary>
    [Output("writerRoleArn")]
    public Output<string?> WriterRoleArn { get; private set; }

    /// <summary>ARN of the role that reads evidence; null where the store knows no roles.</summary>
    [Output("reviewerRoleArn")]
    public Output<string?> ReviewerRoleArn { get; private set; }

    /// <summary>ARN of the role that places and releases legal holds; null where the store knows no roles.</summary>
    [Output("holdRoleArn")]
    public Output<string?> HoldRoleArn { get; private set; }

    /// <summary>ARN of the trail; null where there is no CloudTrail.</summary>
    [Output("trailArn")]
    public Output<string?> TrailArn { get; private set; }

    private static Output<string?> Nothing => Output.Create((string?)null);

    private static Output<string?> Known(Output<string> text) => text.Apply(value => (string?)value);

    private static RetentionBounds Bounds(RetentionSettings retention) =>
        new(retention.Mode, retention.Minimum.Days, retention.Default.Days, retention.Maximum.Days);

    private static Aws.Provider Provider(string name, EnvironmentSettings environment, string region) => new(
        name,
        new() { Region = region, AllowedAccountIds = { environment.Account } });
}
