using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Components.Flows.Catalogue;
using Infra.Tests.Observability;
using Tests.Support;
using Tests.Support.Node;

namespace Infra.Tests.Telemetry;

/// <summary>What is in the graphs of the platform, asked of those who will read it.</summary>
public sealed partial class TelemetryGraphTests
{
    private const string Workloads = "kubernetes:apps/v1:";

    public static TheoryData<string> Environments => ["dev", "staging", "prod"];

    [RuleToolTheory]
    [MemberData(nameof(Environments))]
    public Task Promtool_takes_the_configuration_and_the_rules(string environment) => PrometheusCheck.Passes(
        Known().Replace(File(environment, "prometheus", "prometheus.yaml"), "https://workspace.example/"),
        File(environment, "prometheus", "rules.yaml"));

    [RuleToolTheory]
    [MemberData(nameof(Environments))]
    public async Task Amtool_takes_the_routes(string environment)
    {
        using var tool = new RuleTool();

        await tool.Passes("amtool", "check-config", tool.Write(
            "alertmanager.yaml", File(environment, "alertmanager", "alertmanager.yaml")));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_topic_that_a_route_names_is_made_encrypted_and_heard_by_somebody(string environment)
    {
        var graph = Read(environment);
        var named = File(environment, "alertmanager", "alertmanager.yaml").Split('\n')
            .Where(line => line.Contains("topic_arn:", StringComparison.Ordinal))
            .Select(line => line.Split(':')[^1].Trim('\'')).ToHashSet();
        var made = graph.Resources.Where(r => r.Type == "aws:sns/topic:Topic").ToList();

        Assert.Equal(named.Order(), made.Select(topic => topic.Inputs.Text("name")).Order());
        Assert.All(made, topic =>
        {
            Assert.Contains("topics", topic.Inputs.Text("kmsMasterKeyId"), StringComparison.Ordinal);
            Assert.Contains(graph.Resources, r =>
                r.Type == "aws:sns/topicSubscription:TopicSubscription"
                && r.Inputs.Text("topic")?.Contains($"::{topic.Name}#", StringComparison.Ordinal) is true);
        });
    }

    [ChartSchemaTheory]
    [MemberData(nameof(Environments))]
    public async Task The_collector_charts_own_schema_takes_the_values(string environment)
    {
        var values = Read(environment).Resources
            .Where(r => r.Type == "kubernetes:helm.sh/v3:Release"
                && r.Inputs.Text("chart") == "opentelemetry-collector")
            .Select(r => r.Inputs.GetProperty("values")).ToArray();
        var errors = await new NodeScript("schema.mjs").RunAsync(new
        {
            schema = JsonElement.Parse(ChartFiles.Read(ChartFiles.OtelSchema)),
            documents = values,
        });

        Assert.Equal("[[],[]]", errors.GetRawText());
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Pods_are_labelled_and_answer_as_the_flow_model_declares(string environment)
    {
        var made = Read(environment).Resources
            .Where(r => r.Type.StartsWith(Workloads, StringComparison.Ordinal))
            .Select(r => JsonNode.Parse(r.Inputs.GetRawText())?["spec"]?["template"]).ToList();
        foreach (var workload in new[]
        {
            PlatformWorkloads.Prometheus, PlatformWorkloads.Alertmanager, PlatformWorkloads.KubeStateMetrics,
            PlatformWorkloads.CloudWatchExporter, PlatformWorkloads.PostgresExporter,
        })
        {
            var pod = Assert.Single(made, m => (string?)m?["spec"]?["serviceAccountName"] == workload.ServiceAccount);
            Assert.All(workload.Labels, label => Assert.Equal(
                label.Value, (string?)pod?["metadata"]?["labels"]?[label.Key]));
            Assert.Equal(
                workload.Ports.Select(p => $"{p.Number}/{p.Protocol}"),
                pod?["spec"]?["containers"]?[0]?["ports"]?.AsArray()
                    .Select(p => $"{p?["containerPort"]}/{p?["protocol"]}"));
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Replicas_of_alertmanager_know_each_other(string environment)
    {
        var alertmanager = Read(environment).Resources.Single(r =>
            r.Type == $"{Workloads}StatefulSet" && r.Name == "alertmanager");
        var spec = JsonNode.Parse(alertmanager.Inputs.GetRawText())?["spec"];
        var replicas = (int?)(double?)spec?["replicas"] ?? 0;
        var peers = spec?["template"]?["spec"]?["containers"]?[0]?["args"]?.AsArray()
            .Count(a => ((string?)a)?.StartsWith("--cluster.peer=", StringComparison.Ordinal) is true);

        Assert.Equal(replicas == 1 ? 0 : replicas, peers);
    }

    /// <summary>What stands for the workspace's address until there is one.</summary>
    [GeneratedRegex(@"\$\{urn:[^}]*#prometheusEndpoint\}")]
    private static partial Regex Known();

    private static string File(string environment, string map, string key) => Read(environment).Resources
        .Single(r => r.Type == "kubernetes:core/v1:ConfigMap" && r.Name == $"{map}-config")
        .Inputs.GetProperty("data").Text(key) ?? throw new InvalidOperationException($"'{map}' has no '{key}'.");

    private static LayerGraph Read(string environment)
    {
        var file = Checkout.PathOf($"tests/Infra.Tests/Golden/{environment}/platform.graph.json");
        return JsonSerializer.Deserialize(System.IO.File.ReadAllText(file), GraphJson.Default.Graph)?.Layers
            .Single(layer => layer.Layer == "platform")
            ?? throw new InvalidOperationException("The golden graph is empty.");
    }
}
