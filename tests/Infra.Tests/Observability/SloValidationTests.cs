using System.Globalization;
using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;

namespace Infra.Tests.Observability;

public sealed class SloValidationTests
{
    private static readonly MetricSource _source = new("a test", "nowhere");

    private static ServiceLevelObjective Good { get; } = new()
    {
        Name = "shop-orders",
        Service = "shop",
        Owner = "sales",
        Promise = "Orders are taken.",
        Objective = 0.999m,
        Sli = new EventSli([Counter("orders_failed_total")], [Counter("orders_total")]),
        Severity = SeverityPolicy.Page,
    };

    [Fact]
    public void A_good_declaration_has_no_problem() => Assert.Empty(Problems(Good));

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("-0.5")]
    public void An_objective_that_is_no_share_is_refused(string objective) => Assert.StartsWith(
        $"The objective of 'shop-orders' is {objective}: it lies between 0 and 1",
        Assert.Single(Problems(Good with { Objective = decimal.Parse(objective, CultureInfo.InvariantCulture) })),
        StringComparison.Ordinal);

    [Fact]
    public void An_objective_so_low_that_an_alert_could_never_fire_is_refused() => Assert.Contains(
        "at 14.4 times the budget more than everything would have to fail",
        Assert.Single(Problems(Good with { Objective = 0.93m })),
        StringComparison.Ordinal);

    [Fact]
    public void An_objective_in_an_unknown_environment_is_refused() => Assert.Equal(
        "'shop-orders' promises something else in 'prd', which is no environment: choose from dev, prod.",
        Assert.Single(Problems(Good with { ObjectiveIn = new Dictionary<string, decimal> { ["prd"] = 0.99m } })));

    [Fact]
    public void A_window_is_whole_days_from_30_to_90()
    {
        Assert.Contains("whole days", Assert.Single(Problems(Good with { Window = PromDuration.Hours(721) })),
            StringComparison.Ordinal);
        Assert.Contains("from 30d to 90d", Assert.Single(Problems(Good with { Window = PromDuration.Days(7) })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_is_noticed_in_a_window_that_is_recorded() => Assert.Equal(
        "'shop-orders' counts as silent after '00:07:00': choose one of 5m, 30m, 1h, 2h, 6h, 1d, 3d.",
        Assert.Single(Problems(Good with { SilentAfter = PromDuration.Minutes(7) })));

    [Fact]
    public void A_name_is_used_once() => Assert.Equal(
        "'shop-orders' names 2 objectives: a name is used once.",
        Assert.Single(SloValidation.Problems([Good, Good], ["dev", "prod"], ["sales"], _ => true)));

    [Fact]
    public void A_name_is_lower_case_words() => Assert.Contains(
        "The name of 'Shop Orders' is 'Shop Orders'", Assert.Single(Problems(Good with { Name = "Shop Orders" })),
            StringComparison.Ordinal);

    [Fact]
    public void An_owner_that_nobody_can_tell_is_refused() => Assert.Contains(
        "'nobody' owns 'shop-orders' but nobody can be told: choose from sales",
        Assert.Single(Problems(Good with { Owner = "nobody" })),
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_runbook_is_refused() => Assert.Equal(
        "'shop-orders' has no runbook: write 'runbooks/shop-orders.md' before it can wake anybody.",
        Assert.Single(SloValidation.Problems([Good], ["dev", "prod"], ["sales"], _ => false)));

    [Fact]
    public void A_promise_is_a_sentence() => Assert.Contains(
        "write a sentence", Assert.Single(Problems(Good with { Promise = "Orders" })), StringComparison.Ordinal);

    [Fact]
    public void A_metric_that_Prometheus_could_not_store_is_refused() => Assert.Contains(
        "'orders-total', which is no name of a metric",
        Assert.Single(Problems(Good with { Sli = new EventSli([Counter("orders-total")], [Counter("orders_total")]) })),
        StringComparison.Ordinal);

    [Fact]
    public void A_label_that_Prometheus_keeps_for_itself_is_refused() => Assert.Contains(
        "asks for the label '__shop'",
        Assert.Single(Problems(Good with
        {
            Sli = new EventSli([Counter("a_total")], [Counter("b_total").Metric.Where(LabelMatcher.Is("__shop", "1"))]),
        })),
        StringComparison.Ordinal);

    [Fact]
    public void A_gauge_has_no_rate() => Assert.Equal(
        "The indicator of 'shop-orders' needs a counter, but 'queue' is a gauge: choose another metric or another kind "
            + "of indicator.",
        Assert.Single(Problems(Good with
        {
            Sli = new EventSli([Counter("a_total")], [new Metric("queue", MetricKind.Gauge, _source).All]),
        })));

    [Fact]
    public void An_indicator_counts_something() => Assert.Contains(
        "counts 0 kinds of bad events of 1 kinds",
        Assert.Single(Problems(Good with { Sli = new EventSli([], [Counter("a_total")]) })),
        StringComparison.Ordinal);

    [Fact]
    public void A_latency_between_two_buckets_is_refused() => Assert.Equal(
        "The indicator of 'shop-orders' asks for 'wait_seconds' within 0.3, which is no bucket of it: choose one of "
            + "0.25, 0.5.",
        Assert.Single(Problems(Good with
        {
            Sli = new LatencySli(new HistogramMetric("wait_seconds", [0.25m, 0.5m], _source).All, 0.3m),
        })));

    [Fact]
    public void A_condition_is_one_line() => Assert.Contains(
        "write one line of PromQL", Assert.Single(Problems(Good with { Sli = new ConditionSli("up\n== 1") })),
            StringComparison.Ordinal);

    [Fact]
    public void Every_problem_is_reported_at_once() => Assert.Equal(
        3, Problems(Good with { Objective = 2, Owner = "nobody", Promise = "" }).Count);

    private static Series Counter(string name) => new Metric(name, MetricKind.Counter, _source).All;

    private static IReadOnlyList<string> Problems(ServiceLevelObjective objective) =>
        SloValidation.Problems([objective], ["dev", "prod"], ["sales"], _ => true);
}
