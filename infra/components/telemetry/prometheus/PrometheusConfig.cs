using System.Text.Json.Nodes;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Components.Telemetry.Prometheus;

/// <summary>
/// Prometheus' configuration. Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/
/// </summary>
public static class PrometheusConfig
{
    /// <summary>The file with the rules, beside the configuration.</summary>
    public const string RulesFile = "rules.yaml";

    /// <summary>The variable with the replica's own name.</summary>
    internal const string ReplicaVariable = "POD_NAME";

    /// <summary>By this label AMP takes the samples of one replica at a time.</summary>
    private const string ReplicaLabel = "__replica__";

    private const string SourceLabel = "source";

    /// <summary>The document.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="region">AWS region.</param>
    /// <param name="remoteWriteUrl">Where samples are kept for long.</param>
    public static JsonObject Render(string environment, string cluster, string region, string remoteWriteUrl) => new()
    {
        ["global"] = new JsonObject
        {
            ["scrape_interval"] = "30s",
            ["scrape_timeout"] = "10s",
            ["evaluation_interval"] = "1m",
            ["external_labels"] = new JsonObject
            {
                ["environment"] = environment,
                ["cluster"] = cluster,
                [ReplicaLabel] = $"${{{ReplicaVariable}}}",
            },
        },
        ["rule_files"] = new JsonArray(RulesFile),
        ["alerting"] = new JsonObject
        {
            // Both replicas raise the same alert, and Alertmanager sees one only where their labels are the same.
            ["alert_relabel_configs"] = new JsonArray(new JsonObject
            {
                ["action"] = "labeldrop",
                ["regex"] = ReplicaLabel,
            }),
            ["alertmanagers"] = new JsonArray(Pods(ScrapeTarget.Of(PlatformWorkloads.Alertmanager), [])),
        },
        ["scrape_configs"] = new JsonArray([.. ScrapeTargets.All.Select(Job)]),
        ["remote_write"] = new JsonArray(new JsonObject
        {
            ["name"] = "amp",
            ["url"] = remoteWriteUrl,
            ["sigv4"] = new JsonObject { ["region"] = region },
            ["queue_config"] = new JsonObject
            {
                // What AWS recommends for a workspace.
                ["max_samples_per_send"] = 1000,
                ["max_shards"] = 200,
                ["capacity"] = 2500,
            },
            // What was sent to the gateway the gateway has written already.
            ["write_relabel_configs"] = new JsonArray(new JsonObject
            {
                ["action"] = "drop",
                ["source_labels"] = new JsonArray(SourceLabel),
                ["regex"] = PlatformWorkloads.ExportedName,
            }),
        }),
    };

    private static JsonNode Job(ScrapeTarget target)
    {
        var job = new JsonObject { ["job_name"] = target.Job };
        if (target.TellsOfOthers)
        {
            job["honor_labels"] = true;
        }

        List<JsonNode> more =
        [
            Label("__meta_kubernetes_namespace", "namespace"),
            Label("__meta_kubernetes_pod_name", "pod"),
            Label("__meta_kubernetes_pod_node_name", "node"),
        ];
        if (target.IsExported)
        {
            more.Add(new JsonObject { ["target_label"] = SourceLabel, ["replacement"] = target.Port.Name });
        }

        foreach (var (key, value) in Pods(target, more).ToList())
        {
            job[key] = value?.DeepClone();
        }

        return job;
    }

    /// <summary>
    /// The pods of a workload, at one port. A pod is found once for each port that it lists; all of them become the
    /// same target here, which Prometheus then has once.
    /// </summary>
    private static JsonObject Pods(ScrapeTarget target, IEnumerable<JsonNode> more) => new()
    {
        ["kubernetes_sd_configs"] = new JsonArray(new JsonObject
        {
            ["role"] = "pod",
            ["namespaces"] = new JsonObject { ["names"] = new JsonArray(target.Workload.Namespace) },
            ["selectors"] = new JsonArray(new JsonObject
            {
                ["role"] = "pod",
                ["label"] = string.Join(',', target.Workload.Labels.Select(label => $"{label.Key}={label.Value}")),
            }),
        }),
        ["relabel_configs"] = new JsonArray(
        [
            new JsonObject
            {
                ["action"] = "drop",
                ["source_labels"] = new JsonArray("__meta_kubernetes_pod_phase"),
                ["regex"] = "Failed|Succeeded",
            },
            new JsonObject
            {
                ["source_labels"] = new JsonArray("__meta_kubernetes_pod_ip"),
                ["target_label"] = "__address__",
                ["replacement"] = $"${{1}}:{target.Port.Number}",
            },
            .. more,
        ]),
    };

    private static JsonObject Label(string source, string label) =>
        new() { ["source_labels"] = new JsonArray(source), ["target_label"] = label };
}
