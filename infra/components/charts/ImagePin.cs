namespace Infra.Components.Charts;

/// <summary>One version of a container image that others publish.</summary>
/// <param name="Upstream">Where it is published.</param>
/// <param name="Repository">Its repository there.</param>
/// <param name="Tag">Its version; never <c>latest</c>.</param>
public sealed record ImagePin(UpstreamRegistry Upstream, string Repository, string Tag)
{
    /// <summary>
    /// The manifest's digest, <c>sha256:…</c>, which then decides. Null (the default) where only the tag is pinned.
    /// </summary>
    public string? Digest { get; init; }

    /// <summary>
    /// The repository as nodes pull it: from the account's own registry, which fetches it from upstream once. Nodes
    /// reach no other registry.
    /// </summary>
    /// <param name="registry">The account's registry, <c>ACCOUNT.dkr.ecr.REGION.amazonaws.com</c>.</param>
    public string RepositoryIn(string registry) => $"{registry}/{Upstream.Prefix}/{Repository}";

    /// <summary>The whole reference, by digest where there is one.</summary>
    /// <param name="registry">The account's registry.</param>
    public string In(string registry) =>
        Digest is null ? $"{RepositoryIn(registry)}:{Tag}" : $"{RepositoryIn(registry)}:{Tag}@{Digest}";
}
