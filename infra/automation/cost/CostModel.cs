using System.Globalization;
using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Automation.Cost;

/// <summary>What each type of resource makes one pay for. A type that is in none of the tables is unpriced.</summary>
internal static class CostModel
{
    private const string PaidByUse = "paid by use";

    private static readonly Dictionary<string, Func<GraphResource, CostGraph, IEnumerable<Charge>>> _charges = new()
    {
        ["aws:ec2/natGateway:NatGateway"] = (_, _) => [new("nat-gateway")],
        ["aws:ec2/eip:Eip"] = (_, _) => [new("public-ipv4")],
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = Endpoint,
        ["aws:eks/cluster:Cluster"] = (_, _) => [new("cluster")],
        ["aws:eks/nodeGroup:NodeGroup"] = Nodes,
        ["aws:kms/key:Key"] = (_, _) => [new("kms-key")],
        ["aws:kms/replicaKey:ReplicaKey"] = (_, _) => [new("kms-key")],
        ["aws:networkfirewall/firewall:Firewall"] = (firewall, _) =>
            [new("firewall-endpoint", firewall.Inputs.Items("subnetMappings").Count())],
        ["aws:rds/instance:Instance"] = Database,
        ["aws:route53/zone:Zone"] = (_, _) => [new("hosted-zone")],
        ["aws:secretsmanager/secret:Secret"] = Secret,
        ["aws:lb/loadBalancer:LoadBalancer"] = (balancer, _) =>
            [new($"load-balancer/{balancer.Inputs.Text("loadBalancerType") ?? "application"}")],
    };

    /// <summary>What costs by the amount that goes through it or lies in it, which no graph knows.</summary>
    private static readonly Dictionary<string, string> _byUse = new()
    {
        ["aws:amp/workspace:Workspace"] = "paid by samples, queries and storage",
        ["aws:backup/plan:Plan"] = "paid by gigabytes backed up and copied",
        ["aws:backup/restoreTestingPlan:RestoreTestingPlan"] = "paid by test",
        ["aws:cloudtrail/trail:Trail"] = "paid by data event",
        ["aws:cloudwatch/logGroup:LogGroup"] = "paid by gigabytes taken in and kept",
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = PaidByUse,
        ["aws:ec2/flowLog:FlowLog"] = "paid by gigabytes taken in",
        ["aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication"] =
            "paid by gigabytes kept in the other region",
        ["aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup"] = "paid by query",
        ["aws:s3/bucket:Bucket"] = "paid by gigabytes and requests",
        ["aws:s3/inventory:Inventory"] = "paid by object listed",
        ["aws:sns/topic:Topic"] = "paid by message",
        ["aws:ecr/repository:Repository"] = "paid by gigabytes",
    };

    /// <summary>
    /// Modules and types that cost nothing by themselves: identities, rules, associations and settings of what is
    /// priced above.
    /// </summary>
    private static readonly string[] _free =
    [
        "aws:iam/", "aws:acm/", "aws:budgets/", "aws:costexplorer/", "aws:amp/workspaceConfiguration:",
        "aws:eks/accessEntry:", "aws:eks/accessPolicyAssociation:",
        "aws:eks/addon:", "aws:eks/podIdentityAssociation:", "aws:ec2/securityGroup:", "aws:ec2/defaultSecurityGroup:",
        "aws:vpc/securityGroup", "aws:ec2/vpc:", "aws:ec2/subnet:", "aws:ec2/routeTable", "aws:ec2/route:",
        "aws:ec2/internetGateway:", "aws:ec2/launchTemplate:", "aws:ec2/vpcDhcpOptions", "aws:ec2/networkAcl",
        "aws:ec2/defaultNetworkAcl:", "aws:ec2/defaultRouteTable:", "aws:kms/alias:", "aws:kms/keyPolicy:",
        "aws:rds/subnetGroup:", "aws:rds/eventSubscription:", "aws:rds/parameterGroup:", "aws:s3/bucket",
        "aws:s3/accountPublicAccessBlock:",
        "aws:s3control/", "aws:sns/topicPolicy:", "aws:sns/topicSubscription:", "aws:secretsmanager/secretPolicy:",
        "aws:secretsmanager/secretVersion:", "aws:secretsmanager/secretRotation:", "aws:cloudwatch/logResourcePolicy:",
        "aws:cloudwatch/eventRule:", "aws:cloudwatch/eventTarget:", "aws:cloudwatch/logMetricFilter:",
        "aws:backup/vault", "aws:backup/selection:", "aws:backup/restoreTestingSelection:",
        "aws:networkfirewall/firewallPolicy:", "aws:networkfirewall/ruleGroup:",
        "aws:networkfirewall/loggingConfiguration:", "aws:route53/", "aws:ebs/", "aws:accessanalyzer/",
        "aws:ecr/lifecyclePolicy:", "aws:ecr/pullThroughCacheRule:",
        "aws:ecr/repositoryPolicy:", "aws:lb/listener", "aws:lb/targetGroup",
    ];

    /// <summary>What a resource makes one pay for; null where that is not known, with the reason.</summary>
    public static (IReadOnlyList<Charge>? Charges, string Reason) Of(GraphResource resource, CostGraph graph) =>
        resource switch
        {
            _ when _charges.TryGetValue(resource.Type, out var model) => ([.. model(resource, graph)], ""),
            _ when _byUse.TryGetValue(resource.Type, out var reason) => (null, reason),
            { Component: true } => ([], ""),
            { Type: ['p', 'u', 'l', 'u', 'm', 'i', ':', ..] } => ([], ""),
            _ when _free.Any(prefix => resource.Type.StartsWith(prefix, StringComparison.Ordinal)) => ([], ""),
            { Type: "kubernetes:helm.sh/v3:Release" } =>
                (null, "runs on the priced nodes; the volumes and load balancers it asks for are not in the graph"),
            { Type: "kubernetes:core/v1:PersistentVolumeClaim" or "kubernetes:apps/v1:StatefulSet" } =>
                (null, "the volumes are made in the cluster"),
            { Type: "kubernetes:networking.k8s.io/v1:Ingress" } => (null, "the load balancer is made in the cluster"),
            _ when resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) => ([], ""),
            _ => (null, "there is no cost model for the type"),
        };

    /// <summary>An interface endpoint is paid for in each zone; a gateway endpoint is not paid for.</summary>
    private static IEnumerable<Charge> Endpoint(GraphResource endpoint, CostGraph graph) =>
        endpoint.Inputs.Text("vpcEndpointType") is "Interface"
            ? [new("interface-endpoint", Math.Max(
                endpoint.Inputs.Items("subnetIds").Count(),
                endpoint.Inputs.Items("subnetConfigurations").Count()))]
            : [];

    /// <summary>A node group as desired, with the first of its instance types and its nodes' volumes.</summary>
    private static IEnumerable<Charge> Nodes(GraphResource group, CostGraph graph)
    {
        var count = Number(group.Inputs.Member("scalingConfig")?.Member("desiredSize")) ?? 0;
        var template = graph.Find(group.Inputs.Member("launchTemplate")?.Text("id"));
        var type = group.Inputs.Items("instanceTypes").Select(item => item.GetString()).FirstOrDefault()
            ?? template?.Inputs.Text("instanceType");
        yield return new($"instance/{type ?? "unknown"}", count);
        foreach (var volume in template?.Inputs.Items("blockDeviceMappings").Select(d => d.Member("ebs")) ?? [])
        {
            yield return new(
                $"volume/{volume?.Text("volumeType") ?? "gp2"}", count * (Number(volume?.Member("volumeSize")) ?? 0));
        }
    }

    /// <summary>A standby in another zone is paid for like the instance itself, its storage too.</summary>
    private static IEnumerable<Charge> Database(GraphResource instance, CostGraph graph)
    {
        var copies = instance.Inputs.Member("multiAz") is { ValueKind: JsonValueKind.True } ? 2 : 1;
        yield return new($"database/{instance.Inputs.Text("instanceClass") ?? "unknown"}", copies);
        yield return new(
            $"database-storage/{instance.Inputs.Text("storageType") ?? "gp2"}",
            copies * (Number(instance.Inputs.Member("allocatedStorage")) ?? 0));
    }

    private static IEnumerable<Charge> Secret(GraphResource secret, CostGraph graph) =>
        [new("secret", 1 + secret.Inputs.Items("replicas").Count())];

    private static decimal? Number(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDecimal(),
        { ValueKind: JsonValueKind.String } text
            when decimal.TryParse(text.GetString(), CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
