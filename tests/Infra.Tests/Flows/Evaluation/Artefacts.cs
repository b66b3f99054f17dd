using System.Text.Json.Nodes;

namespace Infra.Tests.Flows.Evaluation;

/// <summary>Everything that guards a connection, in the form in which it goes over the wire.</summary>
/// <param name="Policies">NetworkPolicy manifests.</param>
/// <param name="Ingress">Inputs of <c>aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule</c>.</param>
/// <param name="Egress">Inputs of <c>aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule</c>.</param>
/// <param name="FirewallPolicy">The <c>firewallPolicy</c> of
/// <c>aws:networkfirewall/firewallPolicy:FirewallPolicy</c>.</param>
/// <param name="RuleGroups">The <c>ruleGroup</c> of each <c>aws:networkfirewall/ruleGroup:RuleGroup</c>.</param>
internal sealed record Artefacts(
    IReadOnlyList<JsonNode> Policies,
    IReadOnlyList<JsonNode> Ingress,
    IReadOnlyList<JsonNode> Egress,
    JsonNode FirewallPolicy,
    IReadOnlyList<JsonNode> RuleGroups);
