using Infra.Components.Charts;
using Infra.Components.Tagging;

namespace Infra.Components.Registry;

/// <summary>Arguments for <see cref="ImageRegistry"/>.</summary>
public sealed class ImageRegistryArgs : ResourceArgs
{
    /// <summary>The repositories of our own images, such as <c>strata/api</c>.</summary>
    public required IReadOnlyList<string> Repositories { get; init; }

    /// <summary>The registries that images of others are fetched from.</summary>
    public required IReadOnlyList<UpstreamRegistry> Upstreams { get; init; }

    /// <summary>ARN of the key that our images are encrypted with.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>For how many days a deleted secret can be brought back; 7 to 30.</summary>
    public required int RecoveryDays { get; init; }

    /// <summary>Tags of what can carry them; pull-through rules cannot.</summary>
    public required StandardTags Tags { get; init; }
}
