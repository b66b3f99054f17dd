using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Charts;

public sealed class ChartSectionTests
{
    public static TheoryData<string, string, string> Mistakes => new()
    {
        {
            "historyShards: 512", "historyShards: 500",
            "'platform.charts.temporal.historyShards' is 500; allowed is a power of two"
        },
        { "historyShards: 512", "historyShards: 0", "allowed is a whole number from 4 to 16384" },
        {
            "temporal: { replicas: 3", "temporal: { replicas: 1",
            "'platform.charts.temporal.replicas' is 1 where 'protect' is true; allowed is 2 to 9"
        },
        {
            "charts:\n    replicas: 2", "charts:\n    replicas: 1",
            "'platform.charts.replicas' is 1 where 'protect' is true"
        },
        { "vault: { replicas: 3", "vault: { replicas: 1", "allowed is an odd number from 3 to 5" },
        {
            "vault: { replicas: 3", "vault: { replicas: 4",
            "'platform.charts.vault.replicas' is 4; allowed is an odd number"
        },
        { "retention: 30 days", "retention: 2 years", "'platform.charts.temporal.retention' is '2 years'" },
        { "historyShards:", "numHistoryShards:", "'platform.charts.temporal.historyShards' is missing" },
    };

    private static string Prod { get; } =
        File.ReadAllText(Checkout.PathOf("infra/stacks/environments/prod.yaml"));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_place_and_what_is_allowed(string right, string wrong, string expected)
    {
        Assert.Contains(right, Prod, StringComparison.Ordinal);
        var exception = Assert.Throws<EnvironmentFileException>(() => EnvironmentFile.Read(
            "prod.yaml", "prod", Prod.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_environment_that_is_not_protected_may_have_one_of_each()
    {
        var dev = EnvironmentFile.Read(
            "dev.yaml", "dev", File.ReadAllText(Checkout.PathOf("infra/stacks/environments/dev.yaml")));
        Assert.False(dev.Protect);
        var charts = dev.Platform?.Charts;
        Assert.Equal((1, 1, 1), (charts?.Replicas, charts?.Temporal.Replicas, charts?.Vault.Replicas));
    }
}
