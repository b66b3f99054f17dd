using System.Text.Json.Nodes;
using Infra.Automation.Json;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Namespaces;

namespace Infra.Tests.Platform;

[Collection(nameof(SerialRendering))]
public sealed class PlatformLayerTests
{
    private const string PodSecurity = "pod-security.kubernetes.io/";

    /// <summary>Service accounts with AWS rights whose pods are on their node's network and so no workload.</summary>
    private static readonly string[] _onTheNode = ["kube-system/aws-node"];

    [Fact]
    public async Task Every_namespace_says_what_pods_it_admits_and_why_where_it_admits_more()
    {
        var namespaces = await InputsAsync(RenderedPlatform.Namespace);
        Assert.All(namespaces, ns =>
        {
            var metadata = ns["metadata"];
            var (name, level) = ((string?)metadata?["name"], Label(metadata, "enforce"));
            Assert.Equal("v1.35", Label(metadata, "enforce-version"));
            Assert.Equal("restricted", Label(metadata, "audit"));
            Assert.True(
                level == "restricted" || (level is "baseline" or "privileged"
                    && (string?)metadata?["annotations"]?[GuardedNamespace.ExceptionAnnotation] is { Length: > 20 }),
                $"'{name}' enforces '{level}'.");
        });
    }

    [Fact]
    public async Task Every_namespace_that_an_object_is_in_is_guarded()
    {
        var prod = await RenderedPlatform.ProdAsync();
        var guarded = (await InputsAsync(RenderedPlatform.Namespace)).Select(ns => Name(ns)).ToHashSet();
        Assert.Superset(PlatformWorkloads.All.Select(workload => workload.Namespace).ToHashSet(), guarded!);
        var used = prod.Platform.Where(r => r.Type.StartsWith("kubernetes:", StringComparison.Ordinal))
            .Select(r => (string?)RenderedPlatform.InputsOf(r)["metadata"]?["namespace"])
            .Where(name => name is not null)
            .Distinct();
        Assert.Empty(used.Except(guarded));
    }

    [Fact]
    public async Task The_default_service_account_of_every_namespace_is_worth_nothing()
    {
        var namespaces = (await InputsAsync(RenderedPlatform.Namespace)).Select(ns => Name(ns));
        var accounts = (await InputsAsync("kubernetes:core/v1:ServiceAccount"))
            .Where(account => Name(account) == "default" && (bool?)account["automountServiceAccountToken"] is false)
            .Select(account => (string?)account["metadata"]?["namespace"]);
        Assert.Equal(namespaces.Order(), accounts.Order());
    }

    [Fact]
    public async Task Every_namespace_but_that_of_the_nodes_own_pods_is_bounded()
    {
        var namespaces = (await InputsAsync(RenderedPlatform.Namespace)).Select(ns => Name(ns));
        var bounded = namespaces.Where(name => name != PlatformNamespaces.System).Order().ToList();
        foreach (var type in (string[])["kubernetes:core/v1:ResourceQuota", "kubernetes:core/v1:LimitRange"])
        {
            var found = (await InputsAsync(type)).Select(bound => (string?)bound["metadata"]?["namespace"]);
            Assert.Equal(bounded, found.Order());
        }
    }

    [Fact]
    public async Task Every_namespace_is_closed_by_default()
    {
        var namespaces = (await InputsAsync(RenderedPlatform.Namespace)).Select(ns => Name(ns));
        var closed = (await InputsAsync("kubernetes:networking.k8s.io/v1:NetworkPolicy"))
            .Where(policy => policy["spec"]?["podSelector"]?.AsObject().Count == 0
                && policy["spec"]?["ingress"] is null && policy["spec"]?["egress"] is null)
            .Select(policy => (string?)policy["metadata"]?["namespace"]);
        Assert.Equal(namespaces.Order(), closed.Order());
    }

    [Fact]
    public async Task AWS_rights_go_to_declared_workloads_only()
    {
        var declared = PlatformWorkloads.All.Where(workload => workload.PodIdentity)
            .Select(workload => $"{workload.Namespace}/{workload.ServiceAccount}")
            .Concat(_onTheNode);
        var associated = (await InputsAsync(RenderedPlatform.PodIdentityAssociation))
            .Select(association => $"{association["namespace"]}/{association["serviceAccount"]}")
            .ToList();
        Assert.Equal(associated.Distinct(), associated);
        Assert.Empty(associated.Except(declared));
        Assert.Contains("kube-system/ebs-csi-controller-sa", associated);
    }

    [Fact]
    public async Task No_node_joins_before_policies_are_enforced()
    {
        var prod = await RenderedPlatform.ProdAsync();
        var cni = prod.Platform.Single(r => r.Type == "aws:eks/addon:Addon" && r.Inputs.Text("addonName") == "vpc-cni");
        var groups = prod.Platform.Where(r => r.Type == RenderedPlatform.NodeGroup).ToList();
        Assert.Equal(3, groups.Count);
        Assert.All(groups, group =>
        {
            var pool = prod.Platform.Single(r => r.Urn == group.Parent);
            Assert.Contains(cni.Parent, pool.Options.DependsOn ?? []);
        });
    }

    [Fact]
    public async Task A_tenants_nodes_take_no_other_pods_and_carry_its_name()
    {
        var group = Assert.Single(
            await InputsAsync(RenderedPlatform.NodeGroup), group => (string?)group["tags"]?["tenant"] == "meridian");
        var taint = Assert.Single(group["taints"]?.AsArray() ?? []);
        Assert.Equal(
            ("strata/tenant", "meridian", "NO_SCHEDULE"),
            ((string?)taint?["key"], (string?)taint?["value"], (string?)taint?["effect"]));
        Assert.Equal("meridian", (string?)group["labels"]?["strata/tenant"]);
        var ns = Assert.Single(
            await InputsAsync(RenderedPlatform.Namespace),
            ns => (string?)ns["metadata"]?["labels"]?["strata/tenant"] == "meridian");
        Assert.Equal("tenant-meridian", Name(ns));
    }

    [Fact]
    public async Task What_the_cluster_made_itself_is_taken_over_and_never_deleted()
    {
        var prod = await RenderedPlatform.ProdAsync();
        var adopting = prod.Platform
            .Where(r => r.Provider?.EndsWith("::cluster-adopting", StringComparison.Ordinal) is true)
            .ToList();
        Assert.Equal(
            ["default", "kube-system"], adopting.Where(r => r.Type == RenderedPlatform.Namespace)
                .Select(r => Name(RenderedPlatform.InputsOf(r))).Order());
        Assert.All(adopting, r => Assert.True(r.Options.RetainOnDelete));
        Assert.Equal(
            ["kubernetes:core/v1:Namespace", "kubernetes:core/v1:ServiceAccount"],
            adopting.Select(r => r.Type).Distinct().Order());
    }

    [Fact]
    public async Task The_kubeconfig_asks_for_a_token_and_holds_none()
    {
        foreach (var provider in await InputsAsync("pulumi:providers:kubernetes"))
        {
            var user = Assert.Single(JsonNode.Parse((string?)provider["kubeconfig"] ?? "")?["users"]?.AsArray() ?? []);
            Assert.Equal(["exec"], user?["user"]?.AsObject().Select(member => member.Key));
            Assert.Equal("aws", (string?)user?["user"]?["exec"]?["command"]);
        }
    }

    private static string? Name(JsonObject inputs) => (string?)inputs["metadata"]?["name"];

    private static string? Label(JsonNode? metadata, string mode) =>
        (string?)metadata?["labels"]?[$"{PodSecurity}{mode}"];

    private static async Task<IReadOnlyList<JsonObject>> InputsAsync(string type) =>
        [.. RenderedPlatform.Inputs((await RenderedPlatform.ProdAsync()).Platform, type)];
}
