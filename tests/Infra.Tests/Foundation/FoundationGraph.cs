using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Infra.Stacks.Foundation;
using Infra.Stacks.Layers;
using Infra.Tests.Flows.Evaluation;
using Tests.Support;

namespace Infra.Tests.Foundation;

/// <summary>The foundation layer of an environment, as its reviewed graph has it.</summary>
internal sealed class FoundationGraph(LayerGraph layer)
{
    public static EnvironmentFolder Folder { get; } = new(Checkout.PathOf("infra/stacks/environments"));

    public static FoundationGraph Of(string environment) => new(JsonSerializer.Deserialize(
        File.ReadAllText(Checkout.PathOf($"tests/Infra.Tests/Golden/{environment}/foundation.graph.json")),
        GraphJson.Default.Graph)?.Layers.Single(layer => layer.Layer == LayerRegistry.Foundation)
        ?? throw new InvalidOperationException("The golden graph is empty."));

    public static FoundationSettings Settings(string environment) => Folder.Read(environment).Foundation
        ?? throw new InvalidOperationException($"'{environment}' has no foundation.");

    public JsonElement Outputs => layer.Outputs;

    public IReadOnlyList<GraphResource> Resources => layer.Resources;

    public IReadOnlyList<GraphResource> OfType(string type) =>
        [.. layer.Resources.Where(r => r.Type.EndsWith($":{type}", StringComparison.Ordinal) && !r.Component)];

    public GraphResource Named(string type, string name) => OfType(type).Single(r => r.Name == name);

    /// <summary>The resource that an input refers to; null where there is no such input.</summary>
    public GraphResource? Target(GraphResource resource, string input) =>
        resource.Inputs.Text(input) is { } text ? Target(text) : null;

    public GraphResource Target(string text)
    {
        var reference = Assert.Single(Reference.In(text));
        return layer.Resources.Single(r => r.Urn == reference.Urn);
    }

    /// <summary>What guards connections, as the graph has it; the policies are the platform layer's.</summary>
    public Artefacts Guards(IReadOnlyList<JsonNode> policies)
    {
        var (ingress, egress) = GroupRules();
        var policy = Assert.Single(OfType("FirewallPolicy")).Inputs.GetProperty("firewallPolicy");
        return new Artefacts(
            policies,
            ingress,
            egress,
            Node(policy),
            [
                .. policy.Items("statefulRuleGroupReferences")
                    .Select(reference => Target(reference.Text("resourceArn") ?? ""))
                    .Select(group => Node(group.Inputs.GetProperty("ruleGroup"))),
            ]);
    }

    /// <summary>The rules of security groups, with the name of a group in place of its id.</summary>
    public (IReadOnlyList<JsonNode> Ingress, IReadOnlyList<JsonNode> Egress) GroupRules()
    {
        var names = Outputs.GetProperty("securityGroupIds").EnumerateObject()
            .ToDictionary(group => group.Value.GetString() ?? "", group => group.Name);
        return (Rules("SecurityGroupIngressRule", names), Rules("SecurityGroupEgressRule", names));
    }

    private JsonNode[] Rules(string type, Dictionary<string, string> names) =>
        [.. OfType(type).Select(rule => Rule(Node(rule.Inputs), names))];

    private static JsonNode Rule(JsonNode rule, Dictionary<string, string> names)
    {
        foreach (var key in (string[])["securityGroupId", "referencedSecurityGroupId"])
        {
            if (rule[key] is { } id)
            {
                rule[key] = names[id.GetValue<string>()];
            }
        }

        return rule;
    }

    private static JsonNode Node(JsonElement value) =>
        JsonNode.Parse(value.GetRawText()) ?? throw new InvalidDataException("Expected an object, found null.");
}
