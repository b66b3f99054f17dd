using System.Text.Json.Nodes;

namespace Infra.Components.Observability.Alerts;

/// <summary>
/// The groups of one environment. <see cref="ToJson"/> is the <c>spec</c> of a PrometheusRule object; as YAML it is a
/// rule file of Prometheus and the data of an Amazon Managed Prometheus rule group namespace.
/// </summary>
/// <param name="Groups">The groups.</param>
public sealed record RuleFile(IReadOnlyList<RuleGroup> Groups)
{
    /// <summary>The document, keys in the order in which people read them, labels and annotations sorted.</summary>
    public JsonObject ToJson() => new() { ["groups"] = new JsonArray([.. Groups.Select(Group)]) };

    private static JsonObject Group(RuleGroup group) => new()
    {
        ["name"] = group.Name,
        ["interval"] = group.Interval.ToString(),
        ["rules"] = new JsonArray([.. group.Rules.Select(Rule)]),
    };

    private static JsonObject Rule(Rule rule)
    {
        var json = new JsonObject();
        switch (rule)
        {
            case RecordingRule recording:
                json["record"] = recording.Record;
                json["expr"] = recording.Expression;
                json["labels"] = Map(recording.Labels);
                break;
            case AlertingRule alerting:
                json["alert"] = alerting.Alert;
                json["expr"] = alerting.Expression;
                if (alerting.For is { } wait)
                {
                    json["for"] = wait.ToString();
                }

                json["labels"] = Map(alerting.Labels);
                json["annotations"] = Map(alerting.Annotations);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown kind of rule.");
        }

        return json;
    }

    private static JsonObject Map(IReadOnlyDictionary<string, string> map) =>
        new(map.OrderBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => KeyValuePair.Create(e.Key, (JsonNode?)e.Value)));
}
