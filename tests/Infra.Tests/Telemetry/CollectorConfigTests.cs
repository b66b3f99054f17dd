using System.Text.Json.Nodes;
using Infra.Components.Telemetry.Collector;
using Infra.Components.Telemetry.Collector.Config;

namespace Infra.Tests.Telemetry;

public sealed class CollectorConfigTests
{
    private static readonly Processor[] _processors = [new MemoryLimiter(), new Scrub(), new Batch()];

    public static TheoryData<string, Pipeline[]> Refused => new()
    {
        { "no pipeline", [] },
        { "2 pipelines for 'logs'", [Logs(), Logs()] },
        { "needs a receiver", [Logs() with { Receivers = [] }] },
        { "needs a receiver and an exporter", [Logs() with { Exporters = [] }] },
        { "start with its only memory limiter", [Logs() with { Processors = [new Scrub(), new Batch()] }] },
        { "start with its only memory limiter",
            [Logs() with { Processors = [new Scrub(), new MemoryLimiter(), new Batch()] }] },
        { "end with its only batch", [Logs() with { Processors = [new MemoryLimiter(), new Batch(), new Scrub()] }] },
        { "end with its only batch", [Logs() with { Processors = [new MemoryLimiter(), new Batch(), new Batch()] }] },
        { "names 'redaction/scrub' 2 times",
            [Logs() with { Processors = [new MemoryLimiter(), new Scrub(), new Scrub(), new Batch()] }] },
        { "names 'awsxray', which handles only traces", [Logs() with { Exporters = [new XRay("eu-central-1")] }] },
        { "names 'kubeletstats', which handles only metrics", [Logs() with { Receivers = [new KubeletStats()] }] },
        { "different settings are called 'otlp'",
            [Logs(), new(Signal.Traces, [OtlpReceiver.Mutual], _processors, [new XRay("eu-central-1")])] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_a_collector_could_not_work_with_is_refused_when_it_is_made(string problem, Pipeline[] pipelines)
    {
        var refusal = Assert.Throws<CollectorConfigException>(() => new CollectorConfig(pipelines));

        Assert.Contains(refusal.Problems, p => p.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SampleCollectors.Names), MemberType = typeof(SampleCollectors))]
    public void A_pipeline_names_declared_components_only_and_every_declared_one_is_used(string name)
    {
        var config = SampleCollectors.Of(name).AlternateConfig;
        var pipelines = Members(config["service"]?["pipelines"]).Select(p => p.Value).ToList();

        Assert.Equal(
            ["logs", "metrics", "traces"], Members(config["service"]?["pipelines"]).Select(p => p.Key).Order());
        foreach (var kind in (string[])["receivers", "processors", "exporters"])
        {
            Assert.Equal(
                Members(config[kind]).Select(c => c.Key).Order(StringComparer.Ordinal),
                pipelines.SelectMany(p => Texts(p?[kind])).Distinct().Order(StringComparer.Ordinal));
        }

        Assert.Equal(
            Members(config["extensions"]).Select(c => c.Key).Order(StringComparer.Ordinal),
            Texts(config["service"]?["extensions"]).Order(StringComparer.Ordinal));
        Assert.All(
            Members(config["exporters"]).Select(e => (string?)e.Value?["auth"]?["authenticator"]).OfType<string>(),
            signer => Assert.Contains(signer, Texts(config["service"]?["extensions"])));
    }

    [Theory]
    [MemberData(nameof(SampleCollectors.Names), MemberType = typeof(SampleCollectors))]
    public void Memory_is_limited_first_batches_are_made_last_and_everything_is_scrubbed(string name) => Assert.All(
        Members(SampleCollectors.Of(name).AlternateConfig["service"]?["pipelines"]),
        pipeline =>
        {
            var processors = Texts(pipeline.Value?["processors"]).ToList();
            Assert.Equal("memory_limiter", processors[0]);
            Assert.Equal("batch", processors[^1]);
            Assert.Contains("redaction/scrub", processors);
        });

    [Fact]
    public void Agents_hand_everything_to_the_gateway_under_tls_and_reach_nothing_else()
    {
        var exporters = Members(SampleCollectors.Of("agent").AlternateConfig["exporters"]).ToList();

        var gateway = Assert.Single(exporters).Value;
        Assert.Equal("collector-gateway.observability.svc.cluster.local:4317", (string?)gateway?["endpoint"]);
        Assert.Equal("/etc/strata/tls/ca.crt", (string?)gateway?["tls"]?["ca_file"]);
        Assert.Null(gateway?["tls"]?["insecure"]);
        var receiver = SampleCollectors.Of("gateway").AlternateConfig["receivers"]?["otlp"]?["protocols"];
        Assert.Equal("/etc/strata/tls/ca.crt", (string?)receiver?["grpc"]?["tls"]?["client_ca_file"]);
        Assert.Null(receiver?["http"]);
    }

    [Theory]
    [MemberData(nameof(SampleCollectors.Names), MemberType = typeof(SampleCollectors))]
    public void Nothing_in_the_configuration_is_a_template_of_helm_or_a_variable_that_is_not_set(string name)
    {
        var values = SampleCollectors.Of(name);
        var text = values.AlternateConfig.ToJsonString();
        var set = values.ExtraEnvs.Select(e => e.Name).Append("MY_POD_IP").ToHashSet();

        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.All(text.Split('$').Skip(1), rest =>
        {
            Assert.StartsWith("{env:", rest, StringComparison.Ordinal);
            Assert.Contains(rest["{env:".Length..rest.IndexOf('}', StringComparison.Ordinal)], set);
        });
    }

    [Fact]
    public void Every_collector_says_which_environment_account_region_and_cluster_telemetry_is_from()
    {
        var attributes = CollectorDeployment.Agent(SampleCollectors.Settings).ExtraEnvs
            .Single(e => e.Name == "OTEL_RESOURCE_ATTRIBUTES").Value;

        Assert.Equal(
            "deployment.environment.name=prod,cloud.provider=aws,cloud.platform=aws_eks,"
                + "cloud.account.id=777788889999,cloud.region=eu-central-1,k8s.cluster.name=strata-prod",
            attributes);
    }

    private static Pipeline Logs() =>
        new(Signal.Logs, [OtlpReceiver.OnTheNode], _processors, [new CloudWatchLogs("eu-central-1", "group")]);

    private static JsonObject Members(JsonNode? node) =>
        node?.AsObject() ?? throw new InvalidOperationException("The configuration lacks a section.");

    private static IEnumerable<string> Texts(JsonNode? node) => (node?.AsArray() ?? []).Select(n => (string?)n ?? "");
}
