using Infra.Components.Policies;

namespace Infra.Components.Evidence;

/// <summary>
/// What S3 may do when it replicates evidence: read it with its lock, write it with its lock, and no more.
/// </summary>
internal static class EvidenceReplicationPolicy
{
    public static PolicyDocument Trust() => new(new PolicyStatement
    {
        Sid = "S3Replicates",
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Service("s3.amazonaws.com"),
        Actions = ["sts:AssumeRole"],
    });

    public static Output<string> For(EvidenceReplicationArgs args)
    {
        var buckets = Output.Tuple(args.Source.BucketArn, args.Destination.BucketArn);
        return args.Keys is { } keys
            ? Output.Tuple(buckets, keys.SourceArn, keys.DestinationArn).Apply(arns => new PolicyDocument(
                [.. Objects(arns.Item1.Item1, arns.Item1.Item2), .. Keys(arns.Item2, arns.Item3)]).ToJson())
            : buckets.Apply(arns => new PolicyDocument([.. Objects(arns.Item1, arns.Item2)]).ToJson());
    }

    private static IEnumerable<PolicyStatement> Objects(string source, string destination) =>
    [
        Allow("ReadSource", ["s3:GetReplicationConfiguration", "s3:ListBucket"], source),
        Allow(
            "ReadObjects",
            [
                "s3:GetObjectLegalHold", "s3:GetObjectRetention", "s3:GetObjectVersionAcl",
                "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging",
            ],
            $"{source}/*"),
        Allow("WriteReplicas", ["s3:ReplicateObject", "s3:ReplicateTags"], $"{destination}/*"),
    ];

    private static IEnumerable<PolicyStatement> Keys(string source, string destination) =>
    [
        Allow("DecryptSource", ["kms:Decrypt"], source),
        Allow("EncryptReplicas", ["kms:Encrypt", "kms:GenerateDataKey"], destination),
    ];

    private static PolicyStatement Allow(string sid, IReadOnlyList<string> actions, string resource) => new()
    {
        Sid = sid,
        Effect = PolicyEffect.Allow,
        Actions = actions,
        Resources = [resource],
    };
}
