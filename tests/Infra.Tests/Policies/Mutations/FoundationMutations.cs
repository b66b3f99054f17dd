using Infra.Automation.Policies;

namespace Infra.Tests.Policies.Mutations;

/// <summary>Ways to break the network and its logs.</summary>
internal static class FoundationMutations
{
    private const string FrontDoor = "rule-load-balancer-ingress-0-0-0-0-0-443-tcp";
    private const string WayOut = "rule-nodes-egress-0-0-0-0-0-443-tcp";

    public static IEnumerable<Mutation> All { get; } =
    [
        new("STRATA-ENC-004", "logs with CloudWatch's key", graph => graph.Set(
            AwsTypes.LogGroup, "logs-flows", "kmsKeyId", null)),
        new("STRATA-PUB-005", "public addresses", graph => graph.Set(
            AwsTypes.Subnet, "network-private-a", "mapPublicIpOnLaunch", true)),
        new("STRATA-PROT-001", "an unprotected zone", graph => graph.Options(
            AwsTypes.Zone, "zone", options => options with { Protect = null })),
        new("STRATA-PROT-007", "a firewall that can be deleted", graph => graph.Set(
            AwsTypes.Firewall, "firewall-a", "deleteProtection", false)),
        new("STRATA-NET-001", "the world on another port", graph => graph.Set(
            AwsTypes.IngressRule, FrontDoor, "fromPort", 80)),
        new("STRATA-NET-001", "the world on the nodes", graph => graph.Set(
            AwsTypes.IngressRule, FrontDoor, "securityGroupId",
            $"${{{graph.Find(AwsTypes.SecurityGroup, "group-nodes").Urn}#id}}")),
        new("STRATA-NET-002", "every port out", graph => graph.Set(
            AwsTypes.EgressRule, WayOut, "toPort", 65535)),
        new("STRATA-NET-002", "every protocol out", graph => graph.Set(
            AwsTypes.EgressRule, WayOut, "ipProtocol", "-1")),
        new("STRATA-NET-003", "a rule inside a group", graph => graph.Set(
            AwsTypes.SecurityGroup, "group-database", "ingress", new[] { "tcp" })),
        new("STRATA-NET-004", "the default group is AWS's", graph => graph.Remove(
            AwsTypes.DefaultSecurityGroup, "network-default-group")),
        new("STRATA-NET-004", "a rule in the default group", graph => graph.Set(
            AwsTypes.DefaultSecurityGroup, "network-default-group", "egress", new[] { "all" })),
        new("STRATA-NET-005", "the firewall passes the rest", graph => graph.Set(
            AwsTypes.FirewallPolicy, "domains-policy", "firewallPolicy.statefulDefaultActions",
            new[] { "aws:alert_established" })),
        new("STRATA-NET-006", "names pass when it is slow", graph => graph.Set(
            AwsTypes.DnsFirewallConfig, "dns-closed", "firewallFailOpen", "ENABLED")),
        new("STRATA-NET-007", "an endpoint for everybody", graph => graph.Statement(
            AwsTypes.VpcEndpoint, "endpoint-aws-kms", "policy", null,
            statement => statement.Remove("Condition"))),
        new("STRATA-NET-007", "an endpoint without a policy", graph => graph.Set(
            AwsTypes.VpcEndpoint, "endpoint-aws-sts", "policy", null)),
        new("STRATA-LOG-001", "accepted flows only", graph => graph.Set(
            AwsTypes.FlowLog, "logs-flows", "trafficType", "ACCEPT")),
        new("STRATA-LOG-002", "names are not logged", graph => graph.Remove(
            AwsTypes.DnsQueryLogAssociation, "logs-dns")),
        new("STRATA-LOG-003", "alerts are not logged", graph => graph.Set(
            AwsTypes.FirewallLogging, "firewall-a-logs", "loggingConfiguration.logDestinationConfigs[0]", null)),
        new("STRATA-LOG-005", "logs for ever", graph => graph.Set(
            AwsTypes.LogGroup, "logs-dns", "retentionInDays", null)),
        new("STRATA-LOG-005", "logs for a quarter", graph => graph.Set(
            AwsTypes.LogGroup, "logs-dns", "retentionInDays", 90)),
        new("STRATA-COST-004", "a second gateway in a zone", graph => graph.Copy(
            AwsTypes.NatGateway, "routes-nat-a", AwsTypes.NatGateway, "another",
            graph.Find(AwsTypes.NatGateway, "routes-nat-a").Inputs)),
        new("STRATA-AVAIL-002", "a zone without a gateway", graph => graph.Remove(
            AwsTypes.NatGateway, "routes-nat-b")),
    ];
}
