using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Automation.Rendering;
using Infra.Components.Cluster.Addons;
using Infra.Components.Flows.Catalogue;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Infra.Tests.Flows;
using Infra.Tests.Flows.Evaluation;
using Tests.Support;

namespace Infra.Tests.Platform;

/// <summary>The graph of prod, and what of it guards connections. It knows nothing of how the graph was made.</summary>
internal sealed partial class RenderedPlatform
{
    public const string PodIdentityAssociation = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
    public const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    public const string Namespace = "kubernetes:core/v1:Namespace";

    private static readonly SemaphoreSlim _once = new(1, 1);
    private static RenderedPlatform? _prod;

    private RenderedPlatform(EnvironmentSettings environment, Graph graph)
    {
        Environment = environment;
        Foundation = graph.Layers.Single(layer => layer.Layer == LayerRegistry.Foundation).Resources;
        Platform = graph.Layers.Single(layer => layer.Layer == LayerRegistry.Platform).Resources;
    }

    public EnvironmentSettings Environment { get; }

    public IReadOnlyList<GraphResource> Foundation { get; }

    public IReadOnlyList<GraphResource> Platform { get; }

    public NetworkPlan Plan =>
        Environment.Foundation?.Plan ?? throw new InvalidOperationException("prod has no foundation.");

    /// <summary>The configuration values of the VPC CNI's add-on; null where there are none.</summary>
    public string? CniConfigurationValues =>
        (string?)Inputs(Platform, "aws:eks/addon:Addon")
            .Single(addon => (string?)addon["addonName"] == ClusterAddons.VpcCni)["configurationValues"];

    /// <summary>Renders prod, once in this process.</summary>
    public static async Task<RenderedPlatform> ProdAsync()
    {
        await _once.WaitAsync();
        try
        {
            if (_prod is null)
            {
                var prod = new EnvironmentFolder(Checkout.PathOf("infra/stacks/environments")).Read("prod");
                _prod = new(prod, await new Renderer().RenderAsync(prod, null, CancellationToken.None));
            }

            return _prod;
        }
        finally
        {
            _once.Release();
        }
    }

    public static IEnumerable<JsonObject> Inputs(IEnumerable<GraphResource> resources, string type) =>
        resources.Where(resource => resource.Type == type).Select(InputsOf);

    public static JsonObject InputsOf(GraphResource resource) =>
        JsonSerializer.SerializeToNode(resource.Inputs)?.AsObject()
        ?? throw new InvalidDataException($"'{resource.Name}' has no inputs.");

    /// <summary>Every guard in the graph. A security group's id is its name here.</summary>
    public Artefacts Artefacts() => new(
        [.. Inputs(Platform, "kubernetes:networking.k8s.io/v1:NetworkPolicy")],
        [.. Inputs(Foundation, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Select(Named)],
        [.. Inputs(Foundation, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").Select(Named)],
        Assert.Single(Inputs(Foundation, "aws:networkfirewall/firewallPolicy:FirewallPolicy"))["firewallPolicy"]
            ?? throw new InvalidDataException("The firewall has no policy."),
        [
            .. Inputs(Foundation, "aws:networkfirewall/ruleGroup:RuleGroup")
                .Select(group => group["ruleGroup"]).OfType<JsonNode>(),
        ]);

    /// <summary>Every party of the declared flows against every other, by what guards them in the graph.</summary>
    public Matrix Matrix(Enforcing enforcing)
    {
        var flows = PlatformFlows.Declare(Plan);
        return new(flows, new Site(flows, Plan.NodeSubnets[0]), new Guards(Artefacts(), enforcing));
    }

    /// <summary>What the VPC CNI does with such values, as AWS documents it.</summary>
    public static Enforcing EnforcingOf(string? configurationValues)
    {
        var values = configurationValues is null ? null : JsonNode.Parse(configurationValues);
        var switchedOn = values?["enableNetworkPolicy"] is JsonValue on
            && on.TryGetValue(out string? text) && text == "true";
        var strict = (string?)values?["env"]?["NETWORK_POLICY_ENFORCING_MODE"] == "strict";
        return !switchedOn ? Enforcing.Off : strict ? Enforcing.Strict : Enforcing.Standard;
    }

    /// <summary>The name of the security group that a reference stands for.</summary>
    public static string GroupName(string? reference) =>
        GroupReference().Match(reference ?? "") is { Success: true } found
            ? found.Groups["name"].Value
            : throw new InvalidDataException($"'{reference}' refers to no security group of the foundation.");

    private static JsonObject Named(JsonObject rule)
    {
        foreach (var key in (string[])["securityGroupId", "referencedSecurityGroupId"])
        {
            if (rule[key] is { } group)
            {
                rule[key] = GroupName((string?)group);
            }
        }

        return rule;
    }

    [GeneratedRegex(@"aws:ec2/securityGroup:SecurityGroup::group-(?<name>[a-z-]+)#id\}$")]
    private static partial Regex GroupReference();
}
