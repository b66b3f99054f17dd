using Infra.Components.Policies;
using Infra.Components.Tagging;

namespace Infra.Components.Evidence;

/// <summary>Arguments of <see cref="EvidenceKey"/>.</summary>
public sealed class EvidenceKeyArgs : ResourceArgs
{
    /// <summary>Name of the key's alias, without <c>alias/</c>.</summary>
    public required string AliasName { get; init; }

    /// <summary>The AWS partition.</summary>
    public required string Partition { get; init; }

    /// <summary>The AWS account: twelve digits.</summary>
    public required string Account { get; init; }

    /// <summary>Days for which the key can still be rescued when it is to be deleted; 7 to 30.</summary>
    public required int DeletionDays { get; init; }

    /// <summary>What the key's policy says besides; nothing by default.</summary>
    public IReadOnlyList<PolicyStatement> Statements { get; init; } = [];

    /// <summary>The key's tags.</summary>
    public required StandardTags Tags { get; init; }
}
