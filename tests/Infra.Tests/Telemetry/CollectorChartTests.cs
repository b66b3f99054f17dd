using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Components.Charts;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Text;
using Infra.Components.Telemetry.Collector.Values;
using Tests.Support;
using Tests.Support.Node;

namespace Infra.Tests.Telemetry;

/// <summary>The values of the chart opentelemetry-collector, and what it does that nobody would expect.</summary>
public sealed class CollectorChartTests
{
    public static TheoryData<string> Names => SampleCollectors.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_values_are_the_reviewed_ones(string name) =>
        Golden.Verify(CanonicalYaml.Write(SampleCollectors.Json(name)), $"collector-{name}.yaml");

    [ChartSchemaTheory]
    [MemberData(nameof(Names))]
    public async Task The_charts_own_schema_takes_the_values_and_refuses_others(string name)
    {
        var typo = SampleCollectors.Json(name);
        typo["replicas"] = 2;
        var errors = await new NodeScript("schema.mjs").RunAsync(new
        {
            schema = JsonElement.Parse(ChartFiles.Read(ChartFiles.OtelSchema)),
            documents = new[] { SampleCollectors.Json(name), typo },
        });

        Assert.Equal("[]", errors[0].GetRawText());
        Assert.Contains("replicas", errors[1].GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mode_and_image_are_given_as_the_chart_has_no_default_for_them(string name)
    {
        var json = SampleCollectors.Json(name);

        Assert.Equal(name is "agent" ? "daemonset" : "deployment", (string?)json["mode"]);
        Assert.StartsWith(
            "777788889999.dkr.ecr.eu-central-1.amazonaws.com/docker-hub/otel/opentelemetry-collector-",
            (string?)json["image"]?["repository"], StringComparison.Ordinal);
        Assert.Equal("0.158.0", (string?)json["image"]?["tag"]);
        Assert.Null(json["image"]?["registry"]);
    }

    [Fact]
    public void An_image_with_a_digest_is_taken_by_it()
    {
        var pin = ImagePins.OtelCollector with { Digest = "sha256:0f" };

        Assert.Equal(new CollectorImage("r/docker-hub/otel/opentelemetry-collector-k8s", "0.158.0", "sha256:0f"),
            CollectorImage.Of(pin, "r"));
        Assert.Equal("r/docker-hub/otel/opentelemetry-collector-k8s:0.158.0@sha256:0f", pin.In("r"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_configuration_replaces_the_charts_own_and_is_not_merged_with_it(string name)
    {
        var json = SampleCollectors.Json(name);

        Assert.Null(json["config"]);
        Assert.Null(json["presets"]);
        var config = json["alternateConfig"];
        Assert.All(
            (string[])["jaeger", "zipkin", "prometheus"], receiver => Assert.Null(config?["receivers"]?[receiver]));
        Assert.Null(config?["exporters"]?["debug"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Health_is_answered_where_the_charts_probes_ask(string name)
    {
        var json = SampleCollectors.Json(name);

        var extensions = json["alternateConfig"]?["service"]?["extensions"]?.AsArray() ?? [];
        Assert.Contains("health_check", extensions.Select(e => (string?)e));
        var endpoint = (string?)json["alternateConfig"]?["extensions"]?["health_check"]?["endpoint"] ?? "";
        Assert.All((string[])["livenessProbe", "readinessProbe", "startupProbe"], probe =>
            Assert.EndsWith($":{json[probe]?["httpGet"]?["port"]}", endpoint, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ports_are_those_of_the_flow_model_and_none_is_opened_on_the_node(string name)
    {
        var workload = name is "agent" ? PlatformWorkloads.CollectorAgent : PlatformWorkloads.CollectorGateway;
        var ports = SampleCollectors.Json(name)["ports"]?.AsObject() ?? [];
        var open = ports.Select(p => p.Value).Where(p => (bool?)p?["enabled"] is true).ToList();

        Assert.Equal(
            ["jaeger-compact", "jaeger-grpc", "jaeger-thrift", "zipkin"],
            ports.Where(p => (bool?)p.Value?["enabled"] is false).Select(p => p.Key).Order(StringComparer.Ordinal)
                .Except(["otlp-http"]));
        Assert.Equal(
            workload.Ports.Select(p => p.Number).Order(), open.Select(p => (int?)p?["containerPort"] ?? 0).Order());
        Assert.All(open, port => Assert.Equal(0, (int?)port?["hostPort"]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_server_of_the_configuration_has_its_port_and_every_port_its_server(string name)
    {
        var json = SampleCollectors.Json(name);
        var text = json["alternateConfig"]?.ToJsonString() ?? "";
        var open = (json["ports"]?.AsObject() ?? []).Select(p => p.Value)
            .Where(p => (bool?)p?["enabled"] is true).Select(p => (int?)p?["containerPort"] ?? 0).ToList();

        Assert.All(open, port => Assert.True(
            text.Contains($"{{env:MY_POD_IP}}:{port}", StringComparison.Ordinal)
                || text.Contains($"\"port\":{port}", StringComparison.Ordinal),
            $"Nothing listens on {port}."));
        Assert.Equal(
            open.Append(13133).Order(),
            text.Split("{env:MY_POD_IP}:").Skip(1).Select(t => int.Parse(string.Concat(t.TakeWhile(char.IsDigit))))
                .Append(8888).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Memory_has_a_limit_of_which_go_and_the_limiter_know(string name)
    {
        var json = SampleCollectors.Json(name);

        Assert.NotNull((string?)json["resources"]?["limits"]?["memory"]);
        Assert.True((bool?)json["useGOMEMLIMIT"]);
        Assert.Equal(80, (int?)json["alternateConfig"]?["processors"]?["memory_limiter"]?["limit_percentage"]);
    }

    [Fact]
    public void A_budget_has_a_number_and_it_is_the_one_that_is_not_dropped()
    {
        var budget = SampleCollectors.Json("gateway")["podDisruptionBudget"];

        Assert.Equal("""{"maxUnavailable":1,"enabled":true}""", budget?.ToJsonString());
        Assert.Null(SampleCollectors.Json("agent")["podDisruptionBudget"]);
    }

    [Fact]
    public void Replicas_that_scaling_drops_are_its_fewest()
    {
        var json = SampleCollectors.Json("gateway");

        Assert.Equal((int?)json["replicaCount"], (int?)json["autoscaling"]?["minReplicas"]);
        Assert.Equal(6, (int?)json["autoscaling"]?["maxReplicas"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pods_have_the_labels_and_the_account_that_policies_and_pod_identity_select_by(string name)
    {
        var workload = name is "agent" ? PlatformWorkloads.CollectorAgent : PlatformWorkloads.CollectorGateway;
        var json = SampleCollectors.Json(name);

        Assert.Equal(
            workload.Labels["app.kubernetes.io/component"],
            (string?)json["podLabels"]?["app.kubernetes.io/component"]);
        Assert.Equal(ChartPins.OtelCollector.Name, workload.Labels["app.kubernetes.io/name"]);
        Assert.Equal(
            new JsonObject { ["name"] = workload.ServiceAccount, ["create"] = false }.ToJsonString(),
            json["serviceAccount"]?.ToJsonString());
    }

    [Fact]
    public void Telemetry_stays_on_its_node_until_it_is_scrubbed()
    {
        Assert.Equal("Local", (string?)SampleCollectors.Json("agent")["service"]?["internalTrafficPolicy"]);
        Assert.True((bool?)SampleCollectors.Json("agent")["service"]?["enabled"]);
    }

    [Fact]
    public void Agents_are_root_to_read_logs_and_may_do_nothing_else_with_it()
    {
        var json = SampleCollectors.Json("agent");

        Assert.Equal(0, (int?)json["podSecurityContext"]?["runAsUser"]);
        Assert.Equal("ALL", (string?)json["securityContext"]?["capabilities"]?["drop"]?[0]);
        Assert.False((bool?)json["securityContext"]?["allowPrivilegeEscalation"]);
        Assert.All(json["extraVolumeMounts"]?.AsArray() ?? [], mount => Assert.True((bool?)mount?["readOnly"]));
        Assert.True((bool?)SampleCollectors.Json("gateway")["securityContext"]?["runAsNonRoot"]);
    }

    [Fact]
    public void The_charts_own_network_policy_stays_off_as_it_would_admit_everybody() =>
        Assert.All((string[])["agent", "gateway"], name => Assert.Null(SampleCollectors.Json(name)["networkPolicy"]));
}
