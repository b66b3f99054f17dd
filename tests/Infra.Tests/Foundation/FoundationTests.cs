using System.Net;
using System.Text.Json;
using Infra.Automation.Json;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Keys;

namespace Infra.Tests.Foundation;

/// <summary>What must be true of the network and the keys, read from the graphs that are reviewed.</summary>
public sealed class FoundationTests
{
    public static TheoryData<string> Environments => ["dev", "staging", "prod"];

    [Theory]
    [MemberData(nameof(Environments))]
    public void What_comes_with_every_vpc_opens_nothing(string environment)
    {
        var graph = FoundationGraph.Of(environment);
        var group = Assert.Single(graph.OfType("DefaultSecurityGroup"));
        Assert.Empty(group.Inputs.Items("ingress"));
        Assert.Empty(group.Inputs.Items("egress"));
        Assert.Equal("Vpc", graph.Target(group, "vpcId")?.Type.Split(':')[^1]);
        Assert.All(graph.OfType("Subnet"), subnet =>
            Assert.False(subnet.Inputs.GetProperty("mapPublicIpOnLaunch").GetBoolean()));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Security_groups_have_no_rules_of_their_own(string environment)
    {
        var groups = FoundationGraph.Of(environment).OfType("SecurityGroup");
        Assert.Equal(5, groups.Count);
        Assert.All(groups, group => Assert.Empty(group.Inputs.Items("ingress").Concat(group.Inputs.Items("egress"))));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_flow_and_question_is_logged_encrypted_and_kept_as_long_as_the_file_says(string environment)
    {
        var graph = FoundationGraph.Of(environment);
        var days = FoundationGraph.Settings(environment).LogRetention.Days;
        Assert.All(graph.OfType("LogGroup"), group =>
        {
            Assert.Equal("key-logs", graph.Target(group, "kmsKeyId")?.Name);
            Assert.Equal(days, group.Inputs.GetProperty("retentionInDays").GetInt32());
        });
        var flows = Assert.Single(graph.OfType("FlowLog"));
        Assert.Equal("ALL", flows.Inputs.Text("trafficType"));
        Assert.Equal("logs-flows", graph.Target(flows, "logDestination")?.Name);
        var questions = Assert.Single(graph.OfType("ResolverQueryLogConfig"));
        Assert.Equal("logs-dns", graph.Target(questions, "destinationArn")?.Name);
        Assert.Single(graph.OfType("ResolverQueryLogConfigAssociation"));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("prod")]
    public void Every_firewall_has_the_one_policy_logs_both_ways_and_cannot_be_deleted(string environment)
    {
        var graph = FoundationGraph.Of(environment);
        Assert.Equal(3, graph.OfType("Firewall").Count);
        Assert.All(graph.OfType("Firewall"), firewall =>
        {
            Assert.Equal("domains-policy", graph.Target(firewall, "firewallPolicyArn")?.Name);
            Assert.True(firewall.Inputs.GetProperty("deleteProtection").GetBoolean());
            var logs = Assert.Single(
                graph.OfType("LoggingConfiguration"), l => graph.Target(l, "firewallArn") == firewall);
            var destinations = logs.Inputs.GetProperty("loggingConfiguration").Items("logDestinationConfigs");
            Assert.Equal(["ALERT", "FLOW"], destinations.Select(destination => destination.Text("logType")));
        });
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_service_that_is_called_has_an_endpoint_at_the_addresses_that_policies_name(string environment)
    {
        var graph = FoundationGraph.Of(environment);
        var services = new PlatformEndpoints(FoundationGraph.Settings(environment).Plan).Services;
        Assert.Equal(services.Count, graph.OfType("VpcEndpoint").Count);
        Assert.All(services, service =>
        {
            var endpoint = Assert.Single(graph.OfType("VpcEndpoint"), e =>
                e.Inputs.Text("serviceName") == $"com.amazonaws.eu-central-1.{service.Service}");
            Assert.Equal("Interface", endpoint.Inputs.Text("vpcEndpointType"));
            Assert.True(endpoint.Inputs.GetProperty("privateDnsEnabled").GetBoolean());
            var group = endpoint.Inputs.Items("securityGroupIds").Single().GetString();
            Assert.Equal("group-endpoints", graph.Target(group ?? "").Name);
            var places = endpoint.Inputs.Items("subnetConfigurations").ToList();
            Assert.Equal(
                service.Addresses.Select(a => a.BaseAddress.ToString()), places.Select(place => place.Text("ipv4")));
            Assert.All(places, place => Assert.True(
                IPNetwork.Parse(graph.Target(place.Text("subnetId") ?? "").Inputs.Text("cidrBlock") ?? "")
                    .Contains(IPAddress.Parse(place.Text("ipv4") ?? ""))));
        });
    }

    [Fact]
    public void Only_the_accounts_own_principals_pass_an_endpoint_but_for_image_layers()
    {
        var policies = FoundationGraph.Of("prod").OfType("VpcEndpoint")
            .Where(endpoint => endpoint.Name != "endpoint-aws-eks-auth")
            .Select(endpoint => endpoint.Inputs.Text("policy") ?? throw new InvalidDataException(endpoint.Name));
        var statements = policies.SelectMany(Statements).ToLookup(statement => statement.Text("Sid") == "ImageLayers");
        Assert.All(statements[false], statement => Assert.Equal(
            "777788889999",
            statement.GetProperty("Condition").GetProperty("StringEquals")
                .Items("aws:PrincipalAccount").Single().GetString()));
        var layers = Assert.Single(statements[true]);
        Assert.Equal(["s3:GetObject"], layers.Items("Action").Select(action => action.GetString()));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_purpose_has_a_key_of_its_own_that_rotates(string environment)
    {
        var graph = FoundationGraph.Of(environment);
        var arns = graph.Outputs.GetProperty("keyArns").EnumerateObject()
            .ToDictionary(key => key.Name, key => key.Value.GetString());
        Assert.Equal(KeyPurposes.All.Order(StringComparer.Ordinal), arns.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(arns.Count, arns.Values.Distinct().Count());
        Assert.All(graph.OfType("Key"), key => Assert.True(key.Inputs.GetProperty("enableKeyRotation").GetBoolean()));
        Assert.Equal(graph.OfType("Key").Count, graph.OfType("Alias").Count);

        var copies = graph.Outputs.GetProperty("replicaKeyArns").EnumerateObject().ToList();
        Assert.Equal(KeyPurposes.Replicated.Order(StringComparer.Ordinal), copies.Select(copy => copy.Name));
        Assert.All(copies, copy => Assert.EndsWith(
            "::replica", graph.Target(copy.Value.GetString() ?? "").Provider, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_uses_a_key_but_through_the_services_it_is_for()
    {
        // Vault and the control plane call KMS themselves, in roles whose policies say so.
        string[] direct = ["key-cluster", "key-vault-unseal"];
        foreach (var key in FoundationGraph.Of("prod").OfType("Key"))
        {
            var use = Statements(key.Inputs.Text("policy") ?? "")
                .Where(s => s.Items("Action").Any(a => a.GetString() is "kms:Decrypt" or "kms:CreateGrant"))
                .ToList();
            Assert.NotEmpty(use);
            Assert.All(use, statement => Assert.Equal(
                direct.Contains(key.Name), statement.Member("Condition") is null));
            Assert.DoesNotContain(
                Statements(key.Inputs.Text("policy") ?? "").SelectMany(s => s.Items("Action")),
                action => action.GetString() is "*" or "kms:*");
        }
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("prod")]
    public void What_holds_data_or_is_delegated_to_is_protected(string environment) => Assert.All(
        FoundationGraph.Of(environment).Resources.Where(r =>
            r.Type is "aws:kms/key:Key" or "aws:ec2/vpc:Vpc" or "aws:ec2/subnet:Subnet" or "aws:route53/zone:Zone"
                or "aws:cloudwatch/logGroup:LogGroup"),
        resource => Assert.True(resource.Options.Protect, resource.Urn));

    private static IEnumerable<JsonElement> Statements(string policy) =>
        JsonElement.Parse(policy).Items("Statement");
}
