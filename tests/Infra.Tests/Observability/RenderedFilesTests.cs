using System.Text.Json.Nodes;
using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Dashboards;
using Infra.Components.Observability.Text;
using Infra.Stacks.Slos;
using Tests.Support;

namespace Infra.Tests.Observability;

public sealed class RenderedFilesTests
{
    public static TheoryData<string> Environments() => [.. SampleEnvironments.All.Select(e => e.Name)];

    [Fact]
    public void The_rules_of_prod_are_the_reviewed_ones() => Golden.Verify(
        CanonicalYaml.Write(PlatformSlos.Plan(SampleEnvironments.Prod).Rules.ToJson()), "rules.prod.yaml");

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void The_routes_are_the_reviewed_ones(string environment) => Golden.Verify(
        CanonicalYaml.Write(PlatformSlos.Plan(SampleEnvironments.Of(environment)).Alertmanager),
            $"alertmanager.{environment}.yaml");

    [Theory]
    [InlineData("slo-prod-overview")]
    [InlineData("slo-prod-api")]
    public void The_dashboards_are_the_reviewed_ones(string uid) => Golden.Verify(
        IndentedJson.Write(PlatformSlos.Plan(SampleEnvironments.Prod).Dashboards.Single(d => d.Uid == uid).Json),
            $"{uid}.json");

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_same_declarations_in_another_order_give_the_same_bytes(string name)
    {
        var environment = SampleEnvironments.Of(name);
        var plan = PlatformSlos.Plan(environment);

        var turned = Components.Observability.ObservabilityPlan.Render(
            PlatformSlos.Objectives.Reverse(),
            PlatformSlos.Alerts.Reverse(),
            new("x", [], new Heard(), new Heard()),
            environment);

        Assert.Equal(CanonicalYaml.Write(plan.Rules.ToJson()), CanonicalYaml.Write(turned.Rules.ToJson()));
        Assert.Equal(plan.Dashboards.Select(d => d.Uid), turned.Dashboards.Select(d => d.Uid));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void No_group_is_larger_than_the_managed_ruler_takes(string name) => Assert.All(
        PlatformSlos.Plan(SampleEnvironments.Of(name)).Rules.Groups,
        group => Assert.InRange(group.Rules.Count, 1, RuleGroup.MostRules));

    [Theory]
    [MemberData(nameof(Environments))]
    public void Somebody_is_woken_in_prod_only(string name)
    {
        var severities = PlatformSlos.Plan(SampleEnvironments.Of(name)).Rules.Groups
            .SelectMany(g => g.Rules).OfType<AlertingRule>().Select(r => r.Labels[Labels.Severity]).Distinct().Order();

        string[] expected = name is "prod" ? ["heartbeat", "page", "ticket"] : ["heartbeat", "ticket"];
        Assert.Equal(expected, severities);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void A_dashboard_asks_only_for_series_that_a_rule_stores_and_its_panels_do_not_overlap(string name)
    {
        var plan = PlatformSlos.Plan(SampleEnvironments.Of(name));
        var stored = plan.Rules.Groups.SelectMany(g => g.Rules).OfType<RecordingRule>().Select(r => r.Record)
            .ToHashSet();

        Assert.All(plan.Dashboards, dashboard =>
        {
            Assert.All(Queries(dashboard), query =>
                Assert.All(PromqlNames.Metrics(query), metric => Assert.Contains(metric, stored)));
            var cells = Panels(dashboard).SelectMany(p => Cells(p["gridPos"])).ToList();
            Assert.Equal(cells.Count, cells.Distinct().Count());
            Assert.Equal(Panels(dashboard).Count(), Panels(dashboard).Select(p => (int?)p["id"]).Distinct().Count());
        });
        Assert.Equal(plan.Dashboards.Count, plan.Dashboards.Select(d => d.Uid).Distinct().Count());
    }

    private static IEnumerable<JsonNode> Panels(Dashboard dashboard) =>
        (dashboard.Json["panels"]?.AsArray() ?? []).OfType<JsonNode>();

    private static IEnumerable<string> Queries(Dashboard dashboard) =>
        from panel in Panels(dashboard)
        from target in panel["targets"]?.AsArray() ?? []
        select (string?)target["expr"] ?? "";

    private static IEnumerable<(int X, int Y)> Cells(JsonNode? position)
    {
        int Of(string key) => (int?)position?[key] ?? throw new InvalidOperationException($"A panel has no '{key}'.");

        return from x in Enumerable.Range(Of("x"), Of("w")) from y in Enumerable.Range(Of("y"), Of("h")) select (x, y);
    }

    private sealed record Heard : Components.Observability.Alertmanager.Notifier;
}
