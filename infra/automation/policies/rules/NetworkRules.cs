using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Policies.Iam;
using Infra.Automation.Rendering;
using Infra.Components.Flows;

namespace Infra.Automation.Policies.Rules;

/// <summary>Who reaches whom in the VPC, and what is written down about it.</summary>
internal static class NetworkRules
{
    private const int Https = 443;

    private static readonly string[] _world = ["0.0.0.0/0", "::/0"];

    private static readonly (string Rules, string Peers)[] _ways = [("ingress", "from"), ("egress", "to")];

    // EKS's endpoint for pod identities takes no policy (VPC endpoints, "AWS services that integrate", as of 2026-11).
    private static readonly string[] _withoutPolicies = [".eks-auth"];

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Network, 1, context => context.Each(AwsTypes.IngressRule)
            .Where(rule => rule.Text("cidrIpv4") is "0.0.0.0/0" || rule.Text("cidrIpv6") is "::/0")
            .Where(rule => !IsFrontDoor(context, rule))
            .Select(rule => rule.Breach(rule.Text("cidrIpv4") is null ? "cidrIpv6" : "cidrIpv4")))
        {
            Severity = PolicySeverity.Critical,
            Title = "The world comes in by the load balancer only, and by HTTPS only.",
            Reason = "Every other open port is scanned within minutes and attacked for as long as it is there.",
            Remedy = "Declare the flow with its callers' addresses in PlatformFlows.",
            Controls = Serves.Boundary,
        },
        new(PolicyThemes.Network, 2, context => context.Each(AwsTypes.EgressRule)
            .Where(rule => rule.Text("cidrIpv4") is "0.0.0.0/0" || rule.Text("cidrIpv6") is "::/0")
            .Where(rule => rule.Text("ipProtocol") is not "tcp" || rule.Number("fromPort") is null
                || rule.Number("fromPort") != rule.Number("toPort"))
            .Select(rule => rule.Breach("fromPort", "more than one port")))
        {
            Severity = PolicySeverity.High,
            Title = "The way out to the world is one port at a time.",
            Reason = "An open way out is how stolen data leaves, past the firewall that reads names on known ports.",
            Remedy = "Declare the domain and its port in PlatformEndpoints.",
            Controls = Serves.Segregation,
        },
        new(PolicyThemes.Network, 3, context =>
            from securityGroup in context.Each(AwsTypes.SecurityGroup)
            from name in (string[])["ingress", "egress"]
            where securityGroup.At(name).IsPresent()
            select securityGroup.Breach(name, "rules inside the group"))
        {
            Severity = PolicySeverity.Medium,
            Title = "Rules of security groups are resources of their own.",
            Reason = "Rules inside the group and rules beside it delete each other, a deploy at a time.",
            Remedy = "Declare the flow in PlatformFlows; SecurityGroupRules renders it.",
            Controls = Serves.Configuration,
        },
        new(PolicyThemes.Network, 4, context => context.Each(AwsTypes.Vpc)
            .Where(vpc => !context.About(vpc, AwsTypes.DefaultSecurityGroup, "vpcId").Any())
            .Select(vpc => vpc.Breach("defaultSecurityGroup", "not taken over"))
            .Concat(context.Each(AwsTypes.DefaultSecurityGroup)
                .Where(group => group.At("ingress").IsPresent() || group.At("egress").IsPresent())
                .Select(group => group.Breach("ingress", "the default group lets something through"))))
        {
            Severity = PolicySeverity.Medium,
            Title = "The default security group of a VPC lets nothing through.",
            Reason = "What names no group lands in it, and by default everything in it reaches everything in it.",
            Remedy = "Take it over with a DefaultSecurityGroup without rules.",
            Controls = Serves.Segregation,
        },
        new(PolicyThemes.Network, 5, context => context.Each(AwsTypes.FirewallPolicy)
            .Where(policy => !policy.Texts("firewallPolicy.statefulDefaultActions")
                .Any(action => action.StartsWith("aws:drop_", StringComparison.Ordinal)))
            .Select(policy => policy.Breach("firewallPolicy.statefulDefaultActions")))
        {
            Severity = PolicySeverity.High,
            Title = "The firewall drops what no rule allows.",
            Reason = "A list of allowed domains without a drop behind it is a list of comments.",
            Remedy = "Set StatefulDefaultActions to aws:drop_established and aws:alert_established.",
            Controls = Serves.Boundary,
        },
        new(PolicyThemes.Network, 6, context => context.Unless(
            AwsTypes.DnsFirewallConfig, "firewallFailOpen", open => open.AsText() is "DISABLED"))
        {
            Severity = PolicySeverity.Medium,
            Title = "The resolver's firewall fails closed.",
            Reason = "Open, it lets every name through as soon as it is slow, and names carry data out.",
            Remedy = "Set FirewallFailOpen to DISABLED.",
            Controls = Serves.Boundary,
        },
        new(PolicyThemes.Network, 7, context => context.Each(AwsTypes.VpcEndpoint)
            .Where(endpoint => !_withoutPolicies.Any(
                suffix => Service(endpoint).EndsWith(suffix, StringComparison.Ordinal)))
            .SelectMany(endpoint => endpoint.At("policy").IsPresent()
                ? Statements.In(endpoint, "policy").Where(IsOpen)
                    .Select(open => endpoint.Breach(open.Path, "everybody may do this to everything"))
                : [endpoint.Breach("policy")]))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every VPC endpoint serves this account's principals, or named resources, only.",
            Reason = "With stolen credentials of another account, data leaves through the endpoint, past the firewall.",
            Remedy = "Give the endpoint a policy with aws:PrincipalAccount, and aws:ResourceAccount where it is sent.",
            Controls = Serves.Boundary,
        },
        new(PolicyThemes.Network, 8, context => context.Each(AwsTypes.LaunchTemplate)
            .Where(template => template.Text("metadataOptions.httpTokens") is not "required"
                || template.Number("metadataOptions.httpPutResponseHopLimit") is not 1)
            .Select(template => template.Breach("metadataOptions")))
        {
            Severity = PolicySeverity.High,
            Title = "A node's metadata takes tokens and does not answer pods.",
            Reason = "A request forged through a pod reads the node's credentials.",
            Remedy = "Set HttpTokens to required and HttpPutResponseHopLimit to 1.",
            Controls = Serves.Segregation,
        },
        new(PolicyThemes.Network, 9, context => context.Each(AwsTypes.Addon)
            .Where(addon => addon.Text("addonName") is "vpc-cni")
            .Where(addon => Configuration(addon) is not { } configuration
                || !configuration.At("enableNetworkPolicy").IsTrue()
                || configuration.At("env.NETWORK_POLICY_ENFORCING_MODE").AsText() is not "strict")
            .Select(addon => addon.Breach("configurationValues")))
        {
            Severity = PolicySeverity.Critical,
            Title = "Network policies are enforced, from a pod's first packet on.",
            Reason = "Without enforcement every policy is a comment; in standard mode a new pod starts open.",
            Remedy = "Configure vpc-cni with enableNetworkPolicy \"true\" and NETWORK_POLICY_ENFORCING_MODE strict.",
            Controls = Serves.Segregation,
        },
        new(PolicyThemes.Network, 10, context => context.Each(KubernetesTypes.Namespace)
            .Where(@namespace => !context.In(@namespace, KubernetesTypes.NetworkPolicy).Any(DeniesAll))
            .Select(@namespace => @namespace.Breach("networkPolicy", "no default deny")))
        {
            Severity = PolicySeverity.High,
            Title = "Every namespace denies what is not declared, both ways.",
            Reason = "A pod that no policy selects reaches, and is reached by, everything.",
            Remedy = "Give the namespace a NetworkPolicy for all pods with Ingress and Egress and no rules.",
            Controls = Serves.Segregation,
        },
        new(PolicyThemes.Network, 11, context =>
            from policy in context.Each(KubernetesTypes.NetworkPolicy)
            from way in _ways
            from rule in policy.Items($"spec.{way.Rules}")
            where !rule.At(way.Peers).IsPresent() || !rule.At("ports").IsPresent()
            select policy.Breach($"spec.{way.Rules}", "a rule without peers or without ports"))
        {
            Severity = PolicySeverity.High,
            Title = "Every rule of a network policy names peers and ports.",
            Reason = "A rule without peers admits the world, and one without ports admits everything.",
            Remedy = "Declare the flow in PlatformFlows; NetworkPolicies renders it.",
            Controls = Serves.Segregation,
        },
        new(PolicyThemes.Network, 12, context => context.Each(AwsTypes.DatabaseSubnetGroup)
            .SelectMany(group => group.Texts("subnetIds")
                .Select(id => context.Meant(id, AwsTypes.Subnet))
                .OfType<GraphResource>()
                .Where(subnet => HasWayOut(context, subnet))
                .Select(subnet => group.Breach("subnetIds", $"{subnet.Name} has a route to the world"))))
        {
            Severity = PolicySeverity.High,
            Title = "Databases are in subnets without a way out.",
            Reason = "A database that can call out can be made to send what it holds.",
            Remedy = "Use the isolated subnets of the foundation layer.",
            Controls = Serves.Segregation,
        },
    ];

    private static bool IsFrontDoor(PolicyContext context, GraphResource rule) =>
        rule.Number("fromPort") == Https && rule.Number("toPort") == Https && rule.Text("ipProtocol") is "tcp"
        && context.Meant(rule.Text("securityGroupId"), AwsTypes.SecurityGroup)?.Text("name")
            is { } group && group.EndsWith($"-{SecurityGroupNames.LoadBalancer}", StringComparison.Ordinal);

    private static bool IsOpen(Statement statement) =>
        statement is { Allows: true, IsForEverybody: true, Conditions: [] } && statement.Resources.Contains("*");

    private static string Service(GraphResource endpoint) => endpoint.Text("serviceName") ?? "";

    private static JsonElement? Configuration(GraphResource addon)
    {
        try
        {
            return addon.Text("configurationValues") is { } text ? JsonElement.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null; // The breach shows the text; EKS would refuse it.
        }
    }

    private static bool DeniesAll(GraphResource policy) =>
        KubernetesTypes.ChoosesAll(policy.At("spec.podSelector"))
        && policy.Texts("spec.policyTypes").Order(StringComparer.Ordinal).SequenceEqual(["Egress", "Ingress"])
        && !policy.Items("spec.ingress").Any()
        && !policy.Items("spec.egress").Any();

    private static bool HasWayOut(PolicyContext context, GraphResource subnet) => context
        .About(subnet, AwsTypes.RouteTableAssociation, "subnetId")
        .Select(association => context.Meant(association.Text("routeTableId"), "aws:ec2/routeTable:RouteTable"))
        .OfType<GraphResource>()
        .SelectMany(table => context.About(table, AwsTypes.Route, "routeTableId"))
        .Any(route => _world.Contains(route.Text("destinationCidrBlock") ?? route.Text("destinationIpv6CidrBlock")));
}
