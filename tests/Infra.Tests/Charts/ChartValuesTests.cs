using System.Text.Json.Nodes;
using Infra.Components.Observability.Text;
using Tests.Support;

namespace Infra.Tests.Charts;

/// <summary>What charts are told is reviewed as files, and what must be so in each of them is asked here.</summary>
public sealed class ChartValuesTests
{
    public static TheoryData<string, int> Charts
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var chart in SampleCharts.All.Keys)
            {
                cases.Add(chart, 1);
                cases.Add(chart, 3);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Each_chart_is_told_what_was_reviewed(string chart, int replicas) => Golden.Verify(
        CanonicalYaml.Write(SampleCharts.All[chart](replicas)), $"{chart}.{replicas}-replicas.values.yaml");

    [Theory]
    [MemberData(nameof(Charts))]
    public void Every_image_comes_through_the_accounts_own_registry(string chart, int replicas)
    {
        var images = Objects(SampleCharts.All[chart](replicas))
            .Select(found => found["repository"] is { } repository
                ? $"{(string?)found["registry"]}{(string?)repository}:{(string?)found["tag"]}"
                : found["image"] is JsonValue image ? (string?)image : null)
            .OfType<string>()
            .ToList();
        Assert.NotEmpty(images);
        Assert.All(images, image =>
        {
            Assert.StartsWith(SampleCharts.Registry + "/", image, StringComparison.Ordinal);
            Assert.Matches(@":v?[0-9]+\.[0-9]+\.[0-9]+$", image);
        });
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Every_container_is_given_what_it_needs_and_no_memory_above_it(string chart, int replicas)
    {
        var resources = Objects(SampleCharts.All[chart](replicas))
            .Select(found => found["resources"]).OfType<JsonObject>().ToList();
        Assert.NotEmpty(resources);
        Assert.All(resources, found =>
        {
            Assert.NotNull((string?)found.At("requests/cpu"));
            Assert.Equal((string?)found.At("requests/memory"), (string?)found.At("limits/memory"));
        });
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Three_replicas_are_evicted_one_by_one_and_a_single_one_has_no_budget(string chart, int replicas)
    {
        var budgets = Objects(SampleCharts.All[chart](replicas))
            .SelectMany(found => new[] { found["podDisruptionBudget"], found["pdb"], found["disruptionBudget"] })
            .OfType<JsonObject>()
            .Where(budget => (bool?)budget["enabled"] is not false)
            .ToList();
        if (replicas == 1)
        {
            Assert.Empty(budgets);
        }
        else
        {
            Assert.NotEmpty(budgets);
            Assert.All(budgets, budget => Assert.Equal(1, (int?)budget["maxUnavailable"]));
        }
    }

    [Fact]
    public void No_replicas_at_all_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCharts.Placement(0));

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => [found, .. found.SelectMany(member => Objects(member.Value))],
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
