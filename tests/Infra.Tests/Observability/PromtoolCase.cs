using System.Text.Json.Nodes;
using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Slo;

namespace Infra.Tests.Observability;

/// <summary>One test group of promtool: what is exposed, and which alerts then fire.</summary>
/// <param name="Name">What promtool calls it when it fails.</param>
/// <param name="Minutes">How long it runs; everything is asserted at its end.</param>
/// <param name="Share">The bad share while it is bad.</param>
/// <param name="BadFor">For how many minutes at the end it is bad.</param>
/// <param name="SilentFor">For how many minutes at the end nothing is exposed at all.</param>
internal sealed record PromtoolCase(string Name, int Minutes, double Share, int BadFor, int SilentFor = 0)
{
    private readonly JsonArray _alerts = [];
    private readonly JsonArray _expressions = [];

    /// <summary>
    /// The alert fires, with exactly these labels and annotations: all of its rules or the ones given.
    /// </summary>
    public PromtoolCase Fires(string alert, params IEnumerable<AlertingRule> rules)
    {
        _alerts.Add((JsonNode)new JsonObject
        {
            ["eval_time"] = $"{Minutes}m",
            ["alertname"] = alert,
            ["exp_alerts"] = new JsonArray([.. rules.Select(rule => (JsonNode)new JsonObject
            {
                ["exp_labels"] = Map(rule.Labels),
                ["exp_annotations"] = Map(rule.Annotations),
            })]),
        });
        return this;
    }

    /// <summary>Whether the alert for this burn rate fires.</summary>
    public PromtoolCase Burns(string alert, BurnRate burn, bool fires) => Finds(
        $$"""count(ALERTS{alertname="{{alert}}",alertstate="firing",burn="{{burn.LongWindow}}"}) or vector(0)""",
        fires ? 1 : 0);

    /// <summary>The expression has one sample, without labels, of this value.</summary>
    public PromtoolCase Finds(string expression, double value)
    {
        _expressions.Add((JsonNode)new JsonObject
        {
            ["expr"] = expression,
            ["eval_time"] = $"{Minutes}m",
            ["exp_samples"] = new JsonArray(new JsonObject { ["labels"] = "{}", ["value"] = value }),
        });
        return this;
    }

    public JsonObject Json(IEnumerable<SampleSeries> samples) => new()
    {
        ["name"] = Name,
        ["interval"] = "1m",
        ["input_series"] = new JsonArray(
            [.. samples.Select(s => (JsonNode)s.Json(Minutes - SilentFor, Share, BadFor))]),
        ["alert_rule_test"] = _alerts,
        ["promql_expr_test"] = _expressions,
    };

    private static JsonObject Map(IReadOnlyDictionary<string, string> map) =>
        new(map.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)e.Value)));
}
