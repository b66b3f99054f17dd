using Infra.Components.Policies;
using Pulumi.Aws.CloudTrail.Inputs;
using CloudTrail = Pulumi.Aws.CloudTrail;

namespace Infra.Components.Evidence;

/// <summary>
/// Who did what in the account, in every region, and who touched which object of the vault: recorded by CloudTrail,
/// signed hour by hour, into a bucket that is locked like the vault. Stateful.
/// </summary>
public sealed class EvidenceTrail : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the bucket.</summary>
    public const string TypeToken = "strata:evidence:EvidenceTrail";

    private const string Service = "cloudtrail.amazonaws.com";

    /// <summary>Creates the key, the bucket and the trail.</summary>
    public EvidenceTrail(string name, EvidenceTrailArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var title = NameOf(args.Scope.Prefix);
        var arn = $"arn:{args.Scope.Partition}:cloudtrail:{args.Region}:{args.Scope.Account}:trail/{title}";
        var key = new EvidenceKey(
            $"{name}-key",
            new()
            {
                AliasName = title,
                Partition = args.Scope.Partition,
                Account = args.Scope.Account,
                DeletionDays = args.KeyDeletionDays,
                Statements = [KeyStatement(arn)],
                Tags = args.Tags,
            },
            child);
        var bucket = new EvidenceBucket(
            $"{name}-bucket",
            new()
            {
                BucketName = title,
                Partition = args.Scope.Partition,
                Retention = args.Retention,
                Statements = [.. BucketStatements(args, arn)],
                KeyArn = key.KeyArn,
                AbandonedUploadDays = args.AbandonedUploadDays,
                Tags = args.Tags,
                Abilities = args.Abilities,
            },
            child);
        var trail = new CloudTrail.Trail(
            name,
            new()
            {
                Name = title,
                S3BucketName = bucket.BucketName,
                KmsKeyId = key.KeyArn,
                IsMultiRegionTrail = true,
                IncludeGlobalServiceEvents = true,
                EnableLogging = true,
                EnableLogFileValidation = true,
                AdvancedEventSelectors = { Management(), Vault(args.VaultArns) },
                Tags = args.Tags.ToInputs(),
            },
            // CloudTrail writes a first object when the trail is made: by then the bucket's policy has to let it.
            new() { Parent = this, DependsOn = { bucket } });
        TrailArn = trail.Arn;
        KeyArn = key.KeyArn;
        RegisterOutputs();
    }

    /// <summary>ARN of the trail.</summary>
    [Output("trailArn")]
    public Output<string> TrailArn { get; private set; }

    /// <summary>ARN of the key that its records are encrypted with.</summary>
    [Output("keyArn")]
    public Output<string> KeyArn { get; private set; }

    /// <summary>Name of the trail, its bucket and its key's alias.</summary>
    public static string NameOf(string prefix) => $"{prefix}-evidence-trail";

    private static TrailAdvancedEventSelectorArgs Management() => new()
    {
        Name = "Management",
        FieldSelectors = { Field("eventCategory", "Management") },
    };

    private static TrailAdvancedEventSelectorArgs Vault(IReadOnlyList<string> vaultArns) => new()
    {
        Name = "Vault",
        FieldSelectors =
        {
            Field("eventCategory", "Data"),
            Field("resources.type", "AWS::S3::Object"),
            new TrailAdvancedEventSelectorFieldSelectorArgs
            {
                Field = "resources.ARN",
                StartsWiths = vaultArns.Select(arn => $"{arn}/").ToList(),
            },
        },
    };

    private static TrailAdvancedEventSelectorFieldSelectorArgs Field(string field, string value) =>
        new() { Field = field, Equals = { value } };

    private static PolicyStatement KeyStatement(string trailArn) =>
        PolicyStatement.Allow(
            "TrailEncrypts",
            ["kms:DescribeKey", "kms:GenerateDataKey*"],
            ["*"],
            new PolicyCondition("StringEquals", "aws:SourceArn", trailArn)) with
        { Principal = PolicyPrincipal.Service(Service) };

    private static IEnumerable<PolicyStatement> BucketStatements(EvidenceTrailArgs args, string trailArn)
    {
        var bucket = args.Scope.Bucket(NameOf(args.Scope.Prefix));
        var trail = new PolicyCondition("StringEquals", "aws:SourceArn", trailArn);
        yield return PolicyStatement.Allow("TrailChecks", ["s3:GetBucketAcl"], [bucket], trail)
            with
        { Principal = PolicyPrincipal.Service(Service) };
        yield return PolicyStatement.Allow(
            "TrailWrites",
            ["s3:PutObject"],
            [$"{bucket}/AWSLogs/{args.Scope.Account}/*"],
            trail,
            new PolicyCondition("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control"))
            with
        { Principal = PolicyPrincipal.Service(Service) };
        yield return RecordStatements.OnlyServicesWrite(bucket);
        yield return RecordStatements.NobodyDeletes(bucket);
    }
}
