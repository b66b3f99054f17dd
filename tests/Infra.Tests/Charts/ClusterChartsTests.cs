using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Components.Charts;
using Infra.Components.Flows.Catalogue;
using Tests.Support;

namespace Infra.Tests.Charts;

/// <summary>What must be true of the charts of every environment, read from the graphs that are reviewed.</summary>
public sealed class ClusterChartsTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    public static TheoryData<string> Environments => ["dev", "staging", "prod"];

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_chart_is_installed_once_at_its_pinned_version_and_waited_for(string environment) => Assert.All(
        (ChartPin[])
        [
            ChartPins.ArgoRollouts, ChartPins.CertManager, ChartPins.ExternalSecrets, ChartPins.LoadBalancerController,
            ChartPins.Temporal, ChartPins.Vault,
        ],
        pin =>
        {
            var release = ReleaseOf(Read(environment), pin).Inputs;
            Assert.Equal(pin.Version, release.Text("version"));
            Assert.True(release.GetProperty("atomic").GetBoolean());
            Assert.False(release.GetProperty("skipAwait").GetBoolean());
        });

    /// <summary>Trap 7: the job that needs the Secrets runs before anything else of the release.</summary>
    [Theory]
    [MemberData(nameof(Environments))]
    public void Trap_7_temporal_waits_for_its_secrets_and_certificates(string environment)
    {
        var graph = Read(environment);
        var before = Before(graph, ReleaseOf(graph, ChartPins.Temporal));
        var names = before.Where(resource => resource.Type.EndsWith(":ExternalSecret", StringComparison.Ordinal)
            || resource.Type.EndsWith(":Certificate", StringComparison.Ordinal))
            .Select(resource => resource.Inputs.GetProperty("metadata").Text("name")).ToList();
        Assert.Contains("temporal-default-store", names);
        Assert.Contains("temporal-visibility-store", names);
        Assert.Contains("temporal-internode-tls", names);
        Assert.Contains("temporal-frontend-tls", names);
        Assert.Contains("temporal-client-tls", names);
        Assert.Contains(before, resource => resource.Type == "kubernetes:batch/v1:Job" && resource.Name == "databases");
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_number_of_shards_is_fixed_beside_the_release(string environment)
    {
        var graph = Read(environment);
        var release = ReleaseOf(graph, ChartPins.Temporal);
        var shards = Assert.Single(graph.Resources, resource => resource.Name == "temporal-shards");
        Assert.True(shards.Inputs.GetProperty("immutable").GetBoolean());
        Assert.Equal(
            release.Inputs.GetProperty("values").GetProperty("server").GetProperty("config").GetProperty("persistence")
                .GetProperty("numHistoryShards").GetDouble().ToString("0", null),
            shards.Inputs.GetProperty("data").Text("numHistoryShards"));
        Assert.Contains(Before(graph, release), resource => resource.Urn == shards.Urn);
        Assert.Equal(environment is not "dev", shards.Options.Protect);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Workloads_of_charts_that_need_credentials_have_them_before_they_start(string environment)
    {
        var graph = Read(environment);
        foreach (var (workload, pin) in ((Components.Flows.Workload, ChartPin)[])
        [
            (PlatformWorkloads.ExternalSecrets, ChartPins.ExternalSecrets),
            (PlatformWorkloads.LoadBalancerController, ChartPins.LoadBalancerController),
            (PlatformWorkloads.Vault, ChartPins.Vault),
        ])
        {
            Assert.True(workload.PodIdentity);
            Assert.Contains(Before(graph, ReleaseOf(graph, pin)), resource =>
                resource.Type == "aws:eks/podIdentityAssociation:PodIdentityAssociation"
                && resource.Inputs.Text("namespace") == workload.Namespace
                && resource.Inputs.Text("serviceAccount") == workload.ServiceAccount);
        }
    }

    /// <summary>Everything that is there before a resource: what it and those around it depend on, and so on.</summary>
    private static HashSet<GraphResource> Before(LayerGraph graph, GraphResource resource)
    {
        var byUrn = graph.Resources.ToDictionary(found => found.Urn);
        var found = new HashSet<GraphResource>();
        var open = new Stack<GraphResource>([resource]);
        while (open.TryPop(out var next))
        {
            var named = (next.Options.DependsOn ?? []).ToHashSet();
            foreach (var other in graph.Resources.Where(other =>
                other.Urn == next.Parent || named.Any(urn => other.Urn == urn || IsBelow(other, urn))))
            {
                if (found.Add(other))
                {
                    open.Push(other);
                }
            }
        }

        return found;

        bool IsBelow(GraphResource other, string urn)
        {
            for (var parent = other.Parent; parent is not null; parent = byUrn.GetValueOrDefault(parent)?.Parent)
            {
                if (parent == urn)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static GraphResource ReleaseOf(LayerGraph graph, ChartPin pin) => Assert.Single(
        graph.Resources, resource => resource.Type == Release && resource.Inputs.Text("chart") == pin.Name);

    private static LayerGraph Read(string environment)
    {
        var file = Checkout.PathOf($"tests/Infra.Tests/Golden/{environment}/platform.graph.json");
        return Assert.Single(
            JsonSerializer.Deserialize(File.ReadAllText(file), GraphJson.Default.Graph)?.Layers
                ?? throw new InvalidOperationException("The golden graph is empty."));
    }
}
