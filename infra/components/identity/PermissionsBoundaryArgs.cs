using Infra.Components.Tagging;

namespace Infra.Components.Identity;

/// <summary>Arguments of <see cref="PermissionsBoundary"/>.</summary>
public sealed class PermissionsBoundaryArgs : ResourceArgs
{
    /// <summary>The account.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>The regions that the environment is in. Nothing is done in any other.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>What the names of the buckets start with that hold evidence, and records of who touched it.</summary>
    public required IReadOnlyList<string> VaultPrefixes { get; init; }

    /// <summary>Aliases of the keys without which evidence or state could not be read.</summary>
    public required IReadOnlyList<string> VitalKeyAliases { get; init; }

    /// <summary>The policy's tags.</summary>
    public required StandardTags Tags { get; init; }
}
