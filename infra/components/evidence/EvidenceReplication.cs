using Pulumi.Aws.S3.Inputs;
using Iam = Pulumi.Aws.Iam;
using S3 = Pulumi.Aws.S3;

namespace Infra.Components.Evidence;

/// <summary>
/// Replicates a locked bucket into another region, locks and legal holds included, within fifteen minutes. Delete
/// markers are not replicated. What was there before is not replicated either: that takes a batch job.
/// </summary>
public sealed class EvidenceReplication : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:evidence:EvidenceReplication";

    private const int TargetMinutes = 15; // The only value that S3 takes.

    /// <summary>Creates the role and the rule.</summary>
    public EvidenceReplication(string name, EvidenceReplicationArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var role = new Iam.Role(
            $"{name}-role",
            new()
            {
                Name = args.RoleName,
                AssumeRolePolicy = EvidenceReplicationPolicy.Trust().ToJson(),
                Tags = args.Tags.ToInputs(),
            },
            new() { Parent = this });
        var policy = new Iam.RolePolicy(
            $"{name}-policy",
            new() { Role = role.Name, Policy = EvidenceReplicationPolicy.For(args) },
            new() { Parent = this });
        _ = new S3.BucketReplicationConfig(
            $"{name}-rule",
            new() { Bucket = args.Source.BucketName, Role = role.Arn, Rules = Rule(args) },
            // S3 checks the role, and versioning and lock of both buckets, when the rule is made.
            new() { Parent = this, DependsOn = { policy, args.Source, args.Destination } });
        RegisterOutputs();
    }

    private static BucketReplicationConfigRuleArgs Rule(EvidenceReplicationArgs args)
    {
        var destination = new BucketReplicationConfigRuleDestinationArgs
        {
            Bucket = args.Destination.BucketArn,
            ReplicationTime = new BucketReplicationConfigRuleDestinationReplicationTimeArgs
            {
                Status = "Enabled",
                Time = new BucketReplicationConfigRuleDestinationReplicationTimeTimeArgs { Minutes = TargetMinutes },
            },
            Metrics = new BucketReplicationConfigRuleDestinationMetricsArgs
            {
                Status = "Enabled",
                EventThreshold =
                    new BucketReplicationConfigRuleDestinationMetricsEventThresholdArgs { Minutes = TargetMinutes },
            },
        };
        var rule = new BucketReplicationConfigRuleArgs
        {
            Id = "evidence",
            Status = "Enabled",
            Priority = 0,
            Filter = new BucketReplicationConfigRuleFilterArgs { Prefix = "" },
            DeleteMarkerReplication =
                new BucketReplicationConfigRuleDeleteMarkerReplicationArgs { Status = "Disabled" },
            Destination = destination,
        };
        if (args.Keys is { } keys)
        {
            destination.EncryptionConfiguration =
                new BucketReplicationConfigRuleDestinationEncryptionConfigurationArgs
                {
                    ReplicaKmsKeyId = keys.DestinationArn,
                };
            rule.SourceSelectionCriteria = new BucketReplicationConfigRuleSourceSelectionCriteriaArgs
            {
                SseKmsEncryptedObjects =
                    new BucketReplicationConfigRuleSourceSelectionCriteriaSseKmsEncryptedObjectsArgs
                    {
                        Status = "Enabled",
                    },
            };
        }

        return rule;
    }
}
