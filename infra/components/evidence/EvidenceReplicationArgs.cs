using Infra.Components.Tagging;

namespace Infra.Components.Evidence;

/// <summary>Arguments of <see cref="EvidenceReplication"/>.</summary>
public sealed class EvidenceReplicationArgs : ResourceArgs
{
    /// <summary>Name of the role that S3 replicates as.</summary>
    public required string RoleName { get; init; }

    /// <summary>The bucket that is replicated.</summary>
    public required EvidenceBucket Source { get; init; }

    /// <summary>The bucket that it is replicated to. It is locked as well, or S3 refuses.</summary>
    public required EvidenceBucket Destination { get; init; }

    /// <summary>The buckets' KMS keys; null where the store has no KMS.</summary>
    public required ReplicationKeys? Keys { get; init; }

    /// <summary>The role's tags.</summary>
    public required StandardTags Tags { get; init; }
}
