using Infra.Components.Policies;
using Infra.Components.Tagging;

namespace Infra.Components.Keys;

/// <summary>Arguments for <see cref="PurposeKey"/>.</summary>
public sealed class PurposeKeyArgs : ResourceArgs
{
    /// <summary>What the key is for, from <see cref="KeyPurposes"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>What every name starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>Where the key is.</summary>
    public required AwsScope Scope { get; init; }

    /// <summary>Days for which the key can still be rescued when it is to be deleted; 7 to 30.</summary>
    public required int DeletionDays { get; init; }

    /// <summary>The key's tags, but for the service, which is its purpose.</summary>
    public required StandardTags Tags { get; init; }
}
