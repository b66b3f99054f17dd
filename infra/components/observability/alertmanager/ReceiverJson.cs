using System.Text.Json.Nodes;

namespace Infra.Components.Observability.Alertmanager;

/// <summary>Receivers as Alertmanager reads them, with the texts that people get.</summary>
internal static class ReceiverJson
{
    private const string Summary = """{{ range .Alerts }}{{ .Annotations.summary }}{{ "\n" }}{{ end }}""";
    private const string Title =
        "[{{ .CommonLabels.environment }}] {{ .CommonLabels.alertname }} ({{ .CommonLabels.severity }})";
    private const string Runbook = "{{ .CommonAnnotations.runbook_url }}";

    public static JsonNode Of(Receiver receiver)
    {
        var json = new JsonObject { ["name"] = receiver.Name };
        Add(json, "pagerduty_configs", receiver.Notifiers.OfType<PagerDutyNotifier>().Select(PagerDuty));
        Add(json, "sns_configs", receiver.Notifiers.OfType<SnsNotifier>().Select(Sns));
        return json;
    }

    private static void Add(JsonObject receiver, string key, IEnumerable<JsonNode> configs)
    {
        JsonNode[] all = [.. configs];
        if (all.Length > 0)
        {
            receiver[key] = new JsonArray(all);
        }
    }

    private static JsonObject PagerDuty(PagerDutyNotifier notifier) => new()
    {
        ["routing_key_file"] = notifier.RoutingKey.Path,
        ["send_resolved"] = true,
        ["severity"] = "critical",
        ["description"] = Title,
        ["client_url"] = Runbook,
        ["details"] = new JsonObject { ["summary"] = Summary, ["runbook"] = Runbook },
    };

    private static JsonObject Sns(SnsNotifier notifier) => new()
    {
        ["topic_arn"] = notifier.TopicArn,
        ["sigv4"] = new JsonObject { ["region"] = notifier.Region },
        ["send_resolved"] = true,
        ["subject"] = Title,
        ["message"] = Summary + Runbook,
    };
}
