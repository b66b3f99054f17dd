using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Stacks.Slos;
using Tests.Support;

namespace Infra.Tests.Workloads;

/// <summary>What must be true of the service's workloads, read from the graphs that are reviewed.</summary>
public sealed partial class WorkloadsLayerTests
{
    private const string Rollout = "kubernetes:argoproj.io/v1alpha1:Rollout";

    private static readonly Workload[] _workloads = [PlatformWorkloads.Api, PlatformWorkloads.Worker];

    public static TheoryData<string> Environments => ["dev", "staging", "prod"];

    [Theory]
    [MemberData(nameof(Environments))]
    public void Names_labels_accounts_and_ports_are_the_declared_ones(string environment)
    {
        foreach (var workload in _workloads)
        {
            var rollout = Of(environment, Rollout, workload);
            var template = rollout.GetProperty("spec").GetProperty("template");
            var pod = template.GetProperty("spec");
            Assert.Equal(workload.Namespace, rollout.GetProperty("metadata").Text("namespace"));
            Assert.Equal(workload.ServiceAccount, pod.Text("serviceAccountName"));
            Assert.Equal(Sorted(workload.Labels), Pairs(template.GetProperty("metadata").GetProperty("labels")));
            Assert.Equal(
                Sorted(workload.Labels),
                Pairs(rollout.GetProperty("spec").GetProperty("selector").GetProperty("matchLabels")));
            var listening = Container(rollout).Items("ports")
                .Select(port => port.GetProperty("containerPort").GetInt32()).ToList();
            Assert.All(workload.Ports, port => Assert.Contains(port.Number, listening));
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void A_service_answers_on_the_ports_of_its_pods(string environment)
    {
        var service = Of(environment, "kubernetes:core/v1:Service", PlatformWorkloads.Api).GetProperty("spec");
        var ports = service.Items("ports").ToList();
        Assert.Equal(PlatformWorkloads.Api.Ports.Count, ports.Count);
        // The VPC CNI compares policies with what the Service says.
        Assert.All(ports, port => Assert.Equal(
            port.GetProperty("targetPort").GetInt32(), port.GetProperty("port").GetInt32()));
        Assert.Equal(Sorted(PlatformWorkloads.Api.Labels), Pairs(service.GetProperty("selector")));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_image_is_named_by_its_digest(string environment) => Assert.All(
        _workloads,
        workload => Assert.Matches(Digest(), Container(Of(environment, Rollout, workload)).Text("image")));

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_pod_is_hardened_probed_bounded_and_spread(string environment)
    {
        foreach (var workload in _workloads)
        {
            var rollout = Of(environment, Rollout, workload);
            var pod = rollout.GetProperty("spec").GetProperty("template").GetProperty("spec");
            var container = Container(rollout);
            Assert.False(pod.GetProperty("automountServiceAccountToken").GetBoolean());
            Assert.True(pod.GetProperty("securityContext").GetProperty("runAsNonRoot").GetBoolean());
            Assert.Equal(
                "RuntimeDefault", pod.GetProperty("securityContext").GetProperty("seccompProfile").Text("type"));
            var security = container.GetProperty("securityContext");
            Assert.False(security.GetProperty("allowPrivilegeEscalation").GetBoolean());
            Assert.True(security.GetProperty("readOnlyRootFilesystem").GetBoolean());
            Assert.Equal(
                ["ALL"], security.GetProperty("capabilities").Items("drop").Select(right => right.GetString()));
            Assert.Equal(
                ["/healthz", "/livez", "/readyz"],
                ((string[])["startupProbe", "livenessProbe", "readinessProbe"])
                    .Select(probe => container.GetProperty(probe).GetProperty("httpGet").Text("path")));
            Assert.NotNull(container.GetProperty("resources").GetProperty("requests").Text("cpu"));
            Assert.Equal(
                container.GetProperty("resources").GetProperty("requests").Text("memory"),
                container.GetProperty("resources").GetProperty("limits").Text("memory"));
            Assert.Equal("service", pod.Text("priorityClassName"));
            Assert.Contains(
                pod.Items("topologySpreadConstraints"),
                spread => spread.Text("topologyKey") == "topology.kubernetes.io/zone");
            var mounts = container.Items("volumeMounts").Select(mount => mount.Text("name")).Order();
            Assert.Equal(pod.Items("volumes").Select(volume => volume.Text("name")).Order(), mounts);
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_share_of_a_release_is_judged_before_the_next(string environment)
    {
        foreach (var workload in _workloads)
        {
            var steps = Of(environment, Rollout, workload).GetProperty("spec").GetProperty("strategy")
                .GetProperty("canary").Items("steps").ToList();
            Assert.Equal(0, steps.Count % 3);
            foreach (var step in steps.Chunk(3))
            {
                Assert.True(step[0].TryGetProperty("setWeight", out _));
                Assert.True(step[1].TryGetProperty("pause", out _));
                var template = step[2].GetProperty("analysis").Items("templates").Single().Text("templateName");
                Assert.Equal(
                    workload.Name,
                    Of(environment, "kubernetes:argoproj.io/v1alpha1:AnalysisTemplate", workload)
                        .GetProperty("metadata").Text("name"));
                Assert.Equal(workload.Name, template);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void A_release_is_judged_by_every_declared_objective_of_its_service(string environment)
    {
        foreach (var workload in _workloads)
        {
            var metrics = Of(environment, "kubernetes:argoproj.io/v1alpha1:AnalysisTemplate", workload)
                .GetProperty("spec").Items("metrics").ToList();
            var objectives = PlatformSlos.Objectives.Where(slo => slo.Service == workload.Name).ToList();
            Assert.NotEmpty(objectives);
            Assert.Equal(objectives.Select(slo => slo.Name), metrics.Select(metric => metric.Text("name")));
            Assert.All(metrics.Zip(objectives), pair =>
            {
                var query = pair.First.GetProperty("provider").GetProperty("prometheus");
                Assert.Equal(
                    $"slo:sli_error:ratio_rate5m{{environment=\"{environment}\",slo=\"{pair.Second.Name}\"}}",
                    query.Text("query"));
                Assert.Equal("http://prometheus.observability.svc:9090", query.Text("address"));
                var promised = pair.Second.ObjectiveIn.GetValueOrDefault(environment, pair.Second.Objective);
                Assert.Equal(
                    FormattableString.Invariant($"len(result) > 0 && result[0] <= {1 - promised}"),
                    pair.First.Text("successCondition"));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_autoscaler_and_the_budget_are_about_the_rollout(string environment)
    {
        foreach (var workload in _workloads)
        {
            var scale = Of(environment, "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", workload)
                .GetProperty("spec");
            Assert.Equal("Rollout", scale.GetProperty("scaleTargetRef").Text("kind"));
            Assert.Equal(workload.Name, scale.GetProperty("scaleTargetRef").Text("name"));
            Assert.False(Of(environment, Rollout, workload).GetProperty("spec").TryGetProperty("replicas", out _));
            var budget = Of(environment, "kubernetes:policy/v1:PodDisruptionBudget", workload).GetProperty("spec");
            Assert.Equal(1, budget.GetProperty("maxUnavailable").GetInt32());
            Assert.Equal(
                Sorted(workload.Labels), Pairs(budget.GetProperty("selector").GetProperty("matchLabels")));
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_worker_writes_evidence_in_the_role_that_may(string environment)
    {
        var associations = Read(environment).Resources
            .Where(resource => resource.Type == "aws:eks/podIdentityAssociation:PodIdentityAssociation").ToList();
        var association = Assert.Single(associations).Inputs;
        Assert.Equal(PlatformWorkloads.Worker.ServiceAccount, association.Text("serviceAccount"));
        Assert.Equal(PlatformWorkloads.Worker.Namespace, association.Text("namespace"));
        Assert.Contains("writer", association.Text("roleArn"), StringComparison.Ordinal);
        // Whoever has no role is not let to the agent that gives credentials.
        Assert.False(PlatformWorkloads.Api.PodIdentity);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Requests_are_under_TLS_from_the_client_to_the_pod(string environment)
    {
        var graph = Read(environment);
        var listener = Single(graph, "aws:lb/listener:Listener");
        var targets = Single(graph, "aws:lb/targetGroup:TargetGroup");
        Assert.Equal("HTTPS", listener.Text("protocol"));
        Assert.StartsWith("ELBSecurityPolicy-TLS13-", listener.Text("sslPolicy"), StringComparison.Ordinal);
        Assert.Equal("HTTPS", targets.Text("protocol"));
        Assert.Equal(PlatformPorts.ApiHttps.Number, targets.GetProperty("port").GetInt32());
        Assert.Equal("HTTPS", targets.GetProperty("healthCheck").Text("protocol"));
        var binding = Single(graph, "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding").GetProperty("spec");
        Assert.Equal(
            PlatformPorts.ApiHttps.ServicePort, binding.GetProperty("serviceRef").GetProperty("port").GetInt32());
        Assert.False(binding.TryGetProperty("networking", out _));
    }

    private static JsonElement Container(JsonElement rollout) => rollout.GetProperty("spec").GetProperty("template")
        .GetProperty("spec").Items("containers").Single();

    private static JsonElement Of(string environment, string type, Workload workload) => Read(environment).Resources
        .Single(r => r.Type == type && r.Inputs.GetProperty("metadata").Text("name") == workload.Name).Inputs;

    private static JsonElement Single(LayerGraph graph, string type) =>
        graph.Resources.Single(resource => resource.Type == type).Inputs;

    private static IEnumerable<(string, string)> Sorted(IReadOnlyDictionary<string, string> labels) =>
        labels.Select(label => (label.Key, label.Value)).Order();

    private static IEnumerable<(string, string)> Pairs(JsonElement labels) =>
        labels.EnumerateObject().Select(label => (label.Name, label.Value.GetString() ?? "")).Order();

    private static LayerGraph Read(string environment)
    {
        var file = Checkout.PathOf($"tests/Infra.Tests/Golden/{environment}/workloads.graph.json");
        return JsonSerializer.Deserialize(File.ReadAllText(file), GraphJson.Default.Graph)?.Layers.Single()
            ?? throw new InvalidOperationException("The golden graph is empty.");
    }

    [GeneratedRegex(@"\A[0-9]{12}\.dkr\.ecr\.eu-central-1\.amazonaws\.com/strata/(api|worker)@sha256:[0-9a-f]{64}\z")]
    private static partial Regex Digest();
}
