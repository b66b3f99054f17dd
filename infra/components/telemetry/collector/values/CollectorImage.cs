using Infra.Components.Charts;

namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>
/// The image. <c>image.registry</c> is a key that the chart takes and does not read, so the repository is a whole one.
/// </summary>
/// <param name="Repository">The repository with its registry.</param>
/// <param name="Tag">The version.</param>
/// <param name="Digest">The digest, which then decides; null: the version does.</param>
public sealed record CollectorImage(string Repository, string Tag, string? Digest)
{
    /// <summary>A pinned image, out of the account's registry.</summary>
    public static CollectorImage Of(ImagePin pin, string registry) =>
        new(pin.RepositoryIn(registry), pin.Tag, pin.Digest);
}
