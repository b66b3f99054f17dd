namespace Infra.Components.Charts;

/// <summary>A public registry that the account's own registry fetches images from.</summary>
/// <param name="Host">Its address, as ECR's pull-through rules take it.</param>
/// <param name="Prefix">What the repositories fetched from it start with: 2 to 30 letters, digits and hyphens.</param>
/// <param name="NeedsCredentials">Whether ECR signs in there with a secret.</param>
public sealed record UpstreamRegistry(string Host, string Prefix, bool NeedsCredentials = false)
{
    /// <summary>Docker Hub.</summary>
    public static UpstreamRegistry DockerHub { get; } =
        new("registry-1.docker.io", "docker-hub", NeedsCredentials: true);

    /// <summary>GitHub's container registry.</summary>
    public static UpstreamRegistry GitHub { get; } = new("ghcr.io", "github", NeedsCredentials: true);

    /// <summary>Kubernetes' own registry.</summary>
    public static UpstreamRegistry Kubernetes { get; } = new("registry.k8s.io", "kubernetes");

    /// <summary>Quay.</summary>
    public static UpstreamRegistry Quay { get; } = new("quay.io", "quay");

    /// <summary>Amazon's public gallery.</summary>
    public static UpstreamRegistry PublicEcr { get; } = new("public.ecr.aws", "ecr-public");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<UpstreamRegistry> All { get; } = [DockerHub, GitHub, Kubernetes, PublicEcr, Quay];
}
