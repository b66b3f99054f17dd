namespace Infra.Components.Charts.Pods;

/// <summary>An image as most charts take it: repository and tag apart.</summary>
/// <param name="Repository">The repository, registry and all.</param>
/// <param name="Tag">The version.</param>
public sealed record ImageRef(string Repository, string Tag)
{
    /// <summary>A pinned image, pulled through the account's own registry.</summary>
    public static ImageRef Of(ImagePin pin, string registry) => new(pin.RepositoryIn(registry), pin.Tag);
}
