namespace Infra.Components.Evidence;

/// <summary>
/// WORM storage for evidence: a bucket whose objects cannot be deleted, overwritten or unlocked before their date, its
/// replica in another region, and a bucket outside default retention for the ledger's mutable head. Stateful.
/// </summary>
public sealed class EvidenceVault : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the buckets.</summary>
    public const string TypeToken = "strata:evidence:EvidenceVault";

    private const string PrimaryPurpose = "evidence";
    private const string HeadPurpose = "evidence-head";
    private const string ReplicaPurpose = "evidence-replica";

    /// <summary>
    /// Creates the vault. Its providers are arguments, since a component has one provider per package.
    /// </summary>
    public EvidenceVault(string name, EvidenceVaultArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new ComponentResourceOptions { Parent = this, Provider = args.Home };
        var key = args.Abilities.KmsEncryption ? new EvidenceKey($"{name}-key", KeyArgs(args), child) : null;
        Primary = new($"{name}-primary", LockedArgs(args, PrimaryPurpose, key), child);
        Head = new($"{name}-head", HeadArgs(args, key), child);
        KeyArn = key?.KeyArn;
        PrimaryBucketName = Primary.BucketName;
        HeadBucketName = Head.BucketName;
        if (args.Replica is { } provider)
        {
            (Replica, ReplicaKeyArn) = Replicate(name, args, key, provider);
        }

        ReplicaBucketName = Replica?.BucketName.Apply(replica => (string?)replica) ?? Output.Create((string?)null);
        RegisterOutputs();
    }

    /// <summary>Name of the bucket that evidence is written to.</summary>
    [Output("primaryBucketName")]
    public Output<string> PrimaryBucketName { get; private set; }

    /// <summary>Name of the bucket of the ledger's mutable head.</summary>
    [Output("headBucketName")]
    public Output<string> HeadBucketName { get; private set; }

    /// <summary>Name of the bucket that evidence is replicated to; null where there is no replication.</summary>
    [Output("replicaBucketName")]
    public Output<string?> ReplicaBucketName { get; private set; }

    /// <summary>The bucket that evidence is written to.</summary>
    public EvidenceBucket Primary { get; }

    /// <summary>The bucket of the ledger's mutable head.</summary>
    public EvidenceBucket Head { get; }

    /// <summary>The bucket that evidence is replicated to; null where there is no replication.</summary>
    public EvidenceBucket? Replica { get; }

    /// <summary>ARN of the key of the primary and head buckets; null where the store has no KMS.</summary>
    public Output<string>? KeyArn { get; }

    /// <summary>ARN of the replica's key; null where the store has no KMS, or there is no replication.</summary>
    public Output<string>? ReplicaKeyArn { get; }

    /// <summary>
    /// Name of the bucket that evidence is written to, for whoever has nothing but the environment's file.
    /// </summary>
    public static string PrimaryBucketNameOf(string prefix) => BucketNameOf(prefix, PrimaryPurpose);

    /// <summary>Name of the bucket of the ledger's head, for whoever has nothing but the environment's file.</summary>
    public static string HeadBucketNameOf(string prefix) => BucketNameOf(prefix, HeadPurpose);

    /// <summary>Names of all the buckets that evidence is in: primary, head, replica.</summary>
    public static IReadOnlyList<string> BucketNamesOf(string prefix) =>
        [BucketNameOf(prefix, PrimaryPurpose), BucketNameOf(prefix, HeadPurpose), BucketNameOf(prefix, ReplicaPurpose)];

    private static string BucketNameOf(string prefix, string purpose) => $"{prefix}-{purpose}";

    private static EvidenceKeyArgs KeyArgs(EvidenceVaultArgs args) => new()
    {
        AliasName = $"{args.Prefix}-evidence",
        Partition = args.Partition,
        Account = args.Account,
        DeletionDays = args.KeyDeletionDays,
        Statements = [EvidenceInventory.KeyStatement(args.Account)],
        Tags = args.Tags,
    };

    private static EvidenceBucketArgs LockedArgs(EvidenceVaultArgs args, string purpose, EvidenceKey? key) =>
        BucketArgs(args, purpose, key, args.Retention, historyDays: null);

    private static EvidenceBucketArgs HeadArgs(EvidenceVaultArgs args, EvidenceKey? key) =>
        BucketArgs(args, HeadPurpose, key, retention: null, args.HeadHistoryDays);

    private static EvidenceBucketArgs BucketArgs(
        EvidenceVaultArgs args, string purpose, EvidenceKey? key, RetentionBounds? retention, int? historyDays) => new()
        {
            BucketName = BucketNameOf(args.Prefix, purpose),
            Partition = args.Partition,
            Retention = retention,
            HistoryDays = historyDays,
            KeyArn = key?.KeyArn,
            AbandonedUploadDays = args.AbandonedUploadDays,
            Statements = args.Roles is { } roles
                ? [.. EvidenceSeparation.Of(
                    roles, $"arn:{args.Partition}:s3:::{BucketNameOf(args.Prefix, purpose)}", retention is not null)]
                : [],
            Tags = args.Tags,
            Abilities = args.Abilities,
        };

    private (EvidenceBucket Bucket, Output<string>? KeyArn) Replicate(
        string name, EvidenceVaultArgs args, EvidenceKey? key, ProviderResource provider)
    {
        var abroad = new ComponentResourceOptions { Parent = this, Provider = provider };
        var replicaKey = key is null ? null : new EvidenceKey($"{name}-replica-key", KeyArgs(args), abroad);
        var replica = new EvidenceBucket($"{name}-replica", LockedArgs(args, ReplicaPurpose, replicaKey), abroad);
        _ = new EvidenceReplication(
            $"{name}-replication",
            new()
            {
                RoleName = $"{args.Prefix}-evidence-replication",
                Source = Primary,
                Destination = replica,
                Keys = key is null || replicaKey is null ? null : new(key.KeyArn, replicaKey.KeyArn),
                Tags = args.Tags,
            },
            new() { Parent = this, Provider = args.Home });
        return (replica, replicaKey?.KeyArn);
    }
}
