using Infra.Components.Flows;
using Infra.Components.Tagging;

namespace Infra.Components.Evidence;

/// <summary>Arguments of <see cref="EvidenceRoles"/>.</summary>
public sealed class EvidenceRolesArgs : ResourceArgs
{
    /// <summary>What the roles are called.</summary>
    public required EvidenceRoleNames Names { get; init; }

    /// <summary>ARNs of the buckets that evidence is in: primary, head, replica.</summary>
    public required IReadOnlyList<string> VaultArns { get; init; }

    /// <summary>ARNs of the buckets that say who touched it: the trail's and the logs'.</summary>
    public required IReadOnlyList<string> RecordArns { get; init; }

    /// <summary>ARN of the key of the primary and head buckets.</summary>
    public required Output<string> KeyArn { get; init; }

    /// <summary>ARN of the replica's key.</summary>
    public required Output<string> ReplicaKeyArn { get; init; }

    /// <summary>ARN of the trail's key.</summary>
    public required Output<string> TrailKeyArn { get; init; }

    /// <summary>
    /// ARNs of the roles that may take the writer's: CI's, and those of the pods that write evidence.
    /// </summary>
    public required IReadOnlyList<string> WritingRoles { get; init; }

    /// <summary>The workloads whose pods may be given the writer's role itself.</summary>
    public required IReadOnlyList<Workload> WritingPods { get; init; }

    /// <summary>ARNs of the IAM users who review.</summary>
    public required IReadOnlyList<string> Reviewers { get; init; }

    /// <summary>ARNs of the IAM users who place and release legal holds.</summary>
    public required IReadOnlyList<string> Holders { get; init; }

    /// <summary>The roles' tags.</summary>
    public required StandardTags Tags { get; init; }
}
