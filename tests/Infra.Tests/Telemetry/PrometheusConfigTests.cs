using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Observability.Text;
using Infra.Components.Telemetry.Exporters;
using Infra.Components.Telemetry.Prometheus;
using Infra.Components.Telemetry.Scraping;
using Infra.Stacks.Slos;
using Infra.Stacks.Slos.Metrics;
using Infra.Tests.Flows;
using Infra.Tests.Observability;
using Tests.Support;

namespace Infra.Tests.Telemetry;

public sealed partial class PrometheusConfigTests
{
    private static readonly JsonObject _config = PrometheusConfig.Render(
        "prod", "strata-prod", "eu-central-1", SampleCollectors.Destinations.RemoteWriteUrl);

    [Fact]
    public void The_configuration_is_the_reviewed_one() =>
        Golden.Verify(CanonicalYaml.Write(_config), "prometheus.prod.yaml");

    [RuleToolFact]
    public async Task Promtool_takes_the_configuration_with_its_rules()
    {
        var rules = CanonicalYaml.Write(PlatformSlos.Plan(SampleEnvironments.Prod).Rules.ToJson());

        await PrometheusCheck.Passes(CanonicalYaml.Write(_config), rules);
    }

    [Fact]
    public void Every_metric_that_an_objective_reads_is_read_from_every_pod_that_exposes_it() => Assert.All(
        MetricCatalogue.All,
        metric =>
        {
            Assert.NotEmpty(metric.Source.Targets);
            Assert.All(metric.Source.Targets, target => Assert.Equal((Found(target), Address(target)), Read(target)));
        });

    [Fact]
    public void What_the_service_sends_by_otlp_is_exposed_by_the_gateway_under_the_names_that_objectives_have()
    {
        var sent = MetricCatalogue.All.Where(m => m.Source.Targets.Contains(ScrapeTarget.Exported)).ToList();
        var exporter = SampleCollectors.Of("gateway").AlternateConfig["exporters"]?["prometheus"];

        Assert.NotEmpty(sent);
        Assert.EndsWith(
            $":{ScrapeTarget.Exported.Port.Number}", (string?)exporter?["endpoint"], StringComparison.Ordinal);
        Assert.Equal("UnderscoreEscapingWithSuffixes", (string?)exporter?["translation_strategy"]);
    }

    [Fact]
    public void Every_declared_port_for_metrics_is_read_once_and_nothing_else_but_prometheus_and_alertmanager()
    {
        var declared = PlatformWorkloads.All
            .Where(w => w.Ports.Any(p => p.Name is PlatformPorts.MetricsName)).Select(w => w.Name);

        Assert.Equal(
            declared.Concat(["alertmanager", "collector-gateway-exported", "prometheus"]).Order(StringComparer.Ordinal),
            Jobs().Select(job => (string?)job["job_name"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_is_read_may_be_called() => Assert.All(ScrapeTargets.All, target => Assert.Contains(
        Plans.ProdFlows.Flows,
        flow => flow.From == PlatformWorkloads.Prometheus && flow.To == target.Workload && flow.Port == target.Port));

    [Fact]
    public void What_tells_of_others_keeps_the_names_that_it_gives_them() => Assert.Equal(
        ["argo-rollouts", "cert-manager", "cloudwatch-exporter", "collector-gateway-exported", "kube-state-metrics"],
        Jobs().Where(job => (bool?)job["honor_labels"] is true).Select(job => (string?)job["job_name"]));

    [Fact]
    public void What_the_gateway_writes_is_not_written_twice()
    {
        var write = _config["remote_write"]?[0];
        var exported = Jobs().Single(job => (string?)job["job_name"] == ScrapeTarget.Exported.Job);
        var mark = Steps(exported).Single(step => (string?)step["target_label"] == "source");

        Assert.Equal("drop", (string?)write?["write_relabel_configs"]?[0]?["action"]);
        Assert.Equal("source", (string?)write?["write_relabel_configs"]?[0]?["source_labels"]?[0]);
        Assert.Equal((string?)mark["replacement"], (string?)write?["write_relabel_configs"]?[0]?["regex"]);
    }

    [Fact]
    public void Replicas_differ_in_what_is_kept_and_not_in_the_alerts_that_they_raise()
    {
        Assert.Equal("${POD_NAME}", (string?)_config["global"]?["external_labels"]?["__replica__"]);
        Assert.Equal("labeldrop", (string?)_config["alerting"]?["alert_relabel_configs"]?[0]?["action"]);
        Assert.Equal("__replica__", (string?)_config["alerting"]?["alert_relabel_configs"]?[0]?["regex"]);
    }

    [Fact]
    public void The_cloudwatch_exporter_asks_for_what_objectives_read()
    {
        var config = CloudWatchConfig.Render("eu-central-1");
        Golden.Verify(config, "cloudwatch-exporter.yaml");

        var names = MetricCatalogue.All
            .Where(m => m.Source.Targets.Contains(ScrapeTarget.Of(PlatformWorkloads.CloudWatchExporter)))
            .Select(m => m.Name).Order(StringComparer.Ordinal);
        Assert.Equal(names, Asked(config).Order(StringComparer.Ordinal));
    }

    /// <summary>The names that the exporter gives what a configuration asks for.</summary>
    private static IEnumerable<string> Asked(string config)
    {
        var space = "";
        var metric = "";
        foreach (Match line in Asking().Matches(config))
        {
            var value = line.Groups["value"].Value;
            switch (line.Groups["key"].Value)
            {
                case "namespace":
                    space = value.Replace('/', '_').ToLowerInvariant();
                    break;
                case "name":
                    metric = Words().Replace(value, "_$0").ToLowerInvariant();
                    break;
                default:
                    yield return $"{space}{metric}_{value.ToLowerInvariant()}";
                    break;
            }
        }
    }

    private static IEnumerable<JsonObject> Jobs() =>
        (_config["scrape_configs"]?.AsArray() ?? []).OfType<JsonObject>();

    private static IEnumerable<JsonObject> Steps(JsonObject job) =>
        (job["relabel_configs"]?.AsArray() ?? []).OfType<JsonObject>();

    private static string Found(ScrapeTarget target) =>
        $"{target.Workload.Namespace}: {string.Join(',', target.Workload.Labels.Select(l => $"{l.Key}={l.Value}"))}";

    private static string Address(ScrapeTarget target) => $"${{1}}:{target.Port.Number}";

    private static (string, string?) Read(ScrapeTarget target)
    {
        var job = Jobs().Single(job => (string?)job["job_name"] == target.Job);
        var found = job["kubernetes_sd_configs"]?[0];
        return (
            $"{found?["namespaces"]?["names"]?[0]}: {found?["selectors"]?[0]?["label"]}",
            (string?)Steps(job).Single(step => (string?)step["target_label"] == "__address__")["replacement"]);
    }

    [GeneratedRegex(@"^\s*(- )?(?<key>namespace|name|)(: )?'(?<value>[A-Za-z0-9/]+)'$", RegexOptions.Multiline)]
    private static partial Regex Asking();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Words();
}
