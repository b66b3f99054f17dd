using Infra.Components.Policies;
using Infra.Components.Tagging;

namespace Infra.Components.Keys;

/// <summary>Arguments for <see cref="PurposeKeys"/>.</summary>
public sealed class PurposeKeysArgs : ResourceArgs
{
    /// <summary>What every name starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>Where the keys are.</summary>
    public required AwsScope HomeScope { get; init; }

    /// <summary>Where the second keys are.</summary>
    public required AwsScope ReplicaScope { get; init; }

    /// <summary>Days for which a key can still be rescued when it is to be deleted; 7 to 30.</summary>
    public required int DeletionDays { get; init; }

    /// <summary>The keys' tags.</summary>
    public required StandardTags Tags { get; init; }

    /// <summary>The provider of the environment's region.</summary>
    public required ProviderResource Home { get; init; }

    /// <summary>The provider of the region that copies are kept in.</summary>
    public required ProviderResource Replica { get; init; }
}
