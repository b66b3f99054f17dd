using Infra.Components.Workloads;
using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Workloads;

public sealed class WorkloadsSectionTests
{
    private const string Registry = "777788889999.dkr.ecr.eu-central-1.amazonaws.com";

    private static string Prod { get; } =
        File.ReadAllText(Path.Combine(Checkout.PathOf("infra/stacks/environments"), "prod.yaml"));

    /// <summary>What is replaced, by what, and what the error must say.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "host: api", "host: api.example.com", "'workloads.host' is 'api.example.com'; allowed is a DNS label" },
        { "strata/api@sha256:", "strata/api:1.0@sha256:", "allowed is an image of ECR by its digest, "
            + "ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY@sha256:DIGEST, without a tag" },
        { "strata/worker@sha256:", "strata/worker@sha512:", "'workloads.images.worker' is" },
        { $"{Registry}/strata/api@", "docker.io/strata/api@", "'workloads.images.api' is 'docker.io/strata/api@" },
        { "maximum: 9,", "maximum: 2,", "'workloads.worker.maximum' is '2'; allowed is 'minimum', which is '3', or "
            + "more" },
        { "api: { minimum: 3, maximum: 12, cpu: 1,", "api: { minimum: 3, maximum: 12, cpu: 0.5,",
            "'workloads.api.cpu' is '0.5'; allowed is processor time such as '500m' or '2'" },
        { "memory: 2Gi }\n  canary", "memory: 2GB }\n  canary", "'workloads.worker.memory' is '2GB'; allowed is an "
            + "amount" },
        { "weights: [10, 25, 50]", "weights: [25, 10, 50]", "'workloads.canary.weights' is '25, 10, 50'; allowed are "
            + "shares that rise" },
        { "weights: [10, 25, 50]", "weights: [10, 100]", "An entry of 'workloads.canary.weights' is '100'" },
        { "weights: [10, 25, 50]", "weights: []", "'workloads.canary.weights' has 0 entries" },
        { "pauseMinutes: 10", "pauseMinutes: 0", "'workloads.canary.pauseMinutes' is '0'; allowed is a whole number" },
        { "pauseMinutes: 10", "pauseMinute: 10", "Did you mean 'pauseMinutes'?" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_place_and_what_is_allowed(string right, string wrong, string expected)
    {
        Assert.Contains(right, Prod);
        var exception = Assert.Throws<EnvironmentFileException>(() => EnvironmentFile.Read(
            "prod.yaml", "prod", Prod.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(expected, exception.Message);
        Assert.All(exception.Problems, problem => Assert.True(problem is { Line: > 0, Column: > 0 }));
    }

    [Fact]
    public void An_image_without_a_digest_is_refused_with_a_sentence()
    {
        var exception = Assert.Throws<ArgumentException>(() => new ImageReference($"{Registry}/strata/api:latest"));

        Assert.Contains($"The image '{Registry}/strata/api:latest' cannot run here; allowed is", exception.Message);
    }

    [Fact]
    public void An_image_says_its_digest()
    {
        var digest = $"sha256:{new string('a', 64)}";

        Assert.Equal(digest, new ImageReference($"{Registry}/strata/api@{digest}").Digest);
    }
}
