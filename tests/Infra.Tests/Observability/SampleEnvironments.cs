using Infra.Components.Observability.Slo;

namespace Infra.Tests.Observability;

internal static class SampleEnvironments
{
    public static ObservedEnvironment Dev { get; } = Named("dev", "111122223333", pages: false);

    public static ObservedEnvironment Staging { get; } = Named("staging", "444455556666", pages: false);

    public static ObservedEnvironment Prod { get; } = Named("prod", "777788889999", pages: true);

    public static IReadOnlyList<ObservedEnvironment> All { get; } = [Dev, Staging, Prod];

    public static ObservedEnvironment Of(string name) => All.Single(e => e.Name == name);

    private static ObservedEnvironment Named(string name, string account, bool pages) =>
        new(name, "aws", "eu-central-1", account, $"strata-{name}", pages, "acme/strata");
}
