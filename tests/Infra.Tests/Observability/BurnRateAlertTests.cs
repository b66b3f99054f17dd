using System.Text.Json.Nodes;
using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Slo;
using Infra.Components.Observability.Text;
using Infra.Stacks.Slos;

namespace Infra.Tests.Observability;

/// <summary>
/// Every alert of every objective of prod, evaluated by Prometheus' own engine on what the components expose.
/// </summary>
public sealed class BurnRateAlertTests
{
    // A share that is the same throughout is the same in every window, even one that is longer than the data.
    private const int TwoHours = 120;
    private const string CoarseInterval = "5m"; // Three days minute by minute would take promtool a minute each.

    public static TheoryData<string> Names() => [.. PlatformSlos.Objectives.Select(o => o.Name)];

    [Fact]
    public void There_is_a_sample_for_every_objective() =>
        Assert.Equal(PlatformSlos.Objectives.Select(o => o.Name).Order(), Samples.Of.Keys.Order());

    [RuleToolTheory]
    [MemberData(nameof(Names))]
    public Task Each_alert_fires_above_its_burn_rate_and_not_below_it(string name)
    {
        var slo = Find(name);
        return Run(slo, CoarseInterval, slo.Sli is ConditionSli ? Outages(slo) : Shares(slo));
    }

    [RuleToolTheory]
    [MemberData(nameof(Names))]
    public Task When_all_is_well_nothing_fires_and_when_all_is_bad_everything_does(string name)
    {
        var slo = Find(name);
        var rules = Alerts(slo, SloRules.BurnAlertName(slo));
        return Run(
            slo,
            CoarseInterval,
            [
                new PromtoolCase("all is well", TwoHours, Share: 0, BadFor: 0)
                    .Fires(SloRules.BurnAlertName(slo)).Fires(SloRules.SilentAlertName(slo))
                    .Finds($"sum(slo:error_budget_remaining:ratio{{slo=\"{name}\"}})", 1),
                new PromtoolCase("all is bad", TwoHours, Share: 1, BadFor: TwoHours + 1)
                    .Fires(SloRules.BurnAlertName(slo), rules).Fires(SloRules.SilentAlertName(slo)),
            ]);
    }

    [RuleToolTheory]
    [MemberData(nameof(Names))]
    public Task An_indicator_that_falls_silent_raises_an_alert_and_not_before_its_time(string name)
    {
        var slo = Find(name);
        var silent = SloRules.SilentAlertName(slo);
        // Ten minutes of data; the last sample is looked back on for five, sums hold for the window and five, then ten
        // must pass.
        var allowed = (int)slo.SilentAfter.Length.TotalMinutes + 10;
        return Run(
            slo,
            "1m",
            [
                new PromtoolCase("silent for longer", 10 + allowed + 15, Share: 0, BadFor: 0, SilentFor: allowed + 15)
                    .Fires(silent, Alerts(slo, silent)).Fires(SloRules.BurnAlertName(slo)),
                new PromtoolCase("silent for less", 10 + allowed - 1, Share: 0, BadFor: 0, SilentFor: allowed - 1)
                    .Fires(silent),
            ]);
    }

    [RuleToolFact]
    public Task Requests_weigh_in_every_window_for_as_long_as_it_reaches_back() =>
        Run(Find("api-availability"), CoarseInterval, Outages(Find("api-availability")));

    [RuleToolFact]
    public Task A_page_ends_soon_after_the_trouble_does_although_the_hour_is_still_bad()
    {
        var slo = Find("api-availability");
        var alert = SloRules.BurnAlertName(slo);
        var hour = BurnRate.All[0];
        SampleSeries[] recovered =
        [
            new ScriptedSeries(
                """http_server_request_duration_seconds_count{job="strata/api",http_response_status_code="500"}""",
                "0x120 0+60x20 1200x12"),
            new ScriptedSeries(
                """http_server_request_duration_seconds_count{job="strata/api",http_response_status_code="200"}""",
                "0+60x120 7200x20 7200+60x12"),
        ];
        return Run(
            slo,
            "1m",
            [
                new PromtoolCase("during", Minutes: 141, 0, 0).Burns(alert, hour, fires: true),
                new PromtoolCase("after", Minutes: 153, 0, 0).Burns(alert, hour, fires: false)
                    .Finds("""count(slo:sli_error:ratio_rate1h{slo="api-availability"} > 0.0144)""", 1),
            ],
            recovered);
    }

    private static IEnumerable<PromtoolCase> Shares(ServiceLevelObjective slo)
    {
        var factors = BurnRate.All.Select(b => b.Factor(slo.Window));
        foreach (var speed in factors.SelectMany(f => (IEnumerable<decimal>)[0.95m * f, 1.05m * f]))
        {
            var share = (double)(speed * (1 - slo.Objective));
            var test = new PromtoolCase($"{speed} times the budget", TwoHours, share, BadFor: TwoHours + 1);
            foreach (var burn in BurnRate.All)
            {
                test.Burns(SloRules.BurnAlertName(slo), burn, fires: speed > burn.Factor(slo.Window));
            }

            yield return test.Finds(
                $"round(sum(slo:error_budget_remaining:ratio{{slo=\"{slo.Name}\"}}), 0.01)",
                (double)Math.Round(1 - speed, 2));
        }
    }

    /// <summary>
    /// A condition holds or not, so its bad share comes from how long an outage has lasted in the whole of a window.
    /// </summary>
    private static IEnumerable<PromtoolCase> Outages(ServiceLevelObjective slo)
    {
        foreach (var burn in BurnRate.All)
        {
            var limit = (double)(burn.Factor(slo.Window) * (1 - slo.Objective)) * burn.LongWindow.Length.TotalMinutes;
            var minutes = (int)burn.LongWindow.Length.TotalMinutes + 10 + Samples.Of[slo.Name].Max(s => s.DelayMinutes);
            // A sample covers the five minutes before it.
            var (below, above) = ((int)(0.9 * limit), (int)Math.Ceiling(1.1 * limit) + 6);
            yield return new PromtoolCase(
                $"{below} minutes of outage, too few for {burn.LongWindow}", minutes, 1, below)
                .Burns(SloRules.BurnAlertName(slo), burn, fires: false);
            yield return new PromtoolCase($"{above} minutes of outage, enough for {burn.LongWindow}", minutes, 1, above)
                .Burns(SloRules.BurnAlertName(slo), burn, fires: true);
        }
    }

    private static async Task Run(
        ServiceLevelObjective slo,
        string interval,
        IEnumerable<PromtoolCase> tests,
        IReadOnlyList<SampleSeries>? samples = null)
    {
        using var tool = new RuleTool();
        var rules = new RuleFile([SloRules.Group(slo, SampleEnvironments.Prod)]);
        var file = new JsonObject
        {
            ["rule_files"] = new JsonArray(tool.Write("rules.yaml", CanonicalYaml.Write(rules.ToJson()))),
            ["evaluation_interval"] = interval,
            ["tests"] = new JsonArray([.. tests.Select(t => (JsonNode)t.Json(samples ?? Samples.Of[slo.Name]))]),
        };

        await tool.Passes("promtool", "test", "rules", tool.Write("tests.yaml", CanonicalYaml.Write(file)));
    }

    private static ServiceLevelObjective Find(string name) => PlatformSlos.Objectives.Single(o => o.Name == name);

    private static IEnumerable<AlertingRule> Alerts(ServiceLevelObjective slo, string name) =>
        SloRules.Group(slo, SampleEnvironments.Prod).Rules.OfType<AlertingRule>().Where(rule => rule.Alert == name);

    private sealed record ScriptedSeries(string Series, string Script) : SampleSeries(Series)
    {
        public override string Values(int minutes, double share, int badFor) => Script;
    }
}
