using System.Net;
using System.Text.Json.Nodes;

namespace Infra.Tests.Flows.Evaluation;

/// <summary>The evaluators of security groups and of the firewall against what AWS documents.</summary>
public sealed class AwsGuardTests
{
    private static readonly Host Node = new("node", IPAddress.Parse("10.0.0.1")) { SecurityGroup = "sg-node" };
    private static readonly Host Database = new("db", IPAddress.Parse("10.0.1.1")) { SecurityGroup = "sg-db" };
    private static readonly Host Site =
        new("site", IPAddress.Parse("203.0.113.7")) { Domain = "www.example.com", SecurityGroup = null };

    [Fact]
    public void A_connection_needs_a_rule_on_each_end_that_has_a_group()
    {
        const string Out = """
            {"securityGroupId":"sg-node","ipProtocol":"tcp","fromPort":5432,"toPort":5432,"cidrIpv4":"10.0.1.0/24"}
            """;
        const string In = """
            {"securityGroupId":"sg-db","ipProtocol":"tcp","fromPort":5000,"toPort":6000,
             "referencedSecurityGroupId":"sg-node"}
            """;

        Assert.True(Admits(Node, Database, 5432, [In], [Out]));
        Assert.False(Admits(Node, Database, 5432, [In], []));
        Assert.False(Admits(Node, Database, 5432, [], [Out]));
        Assert.False(Admits(Node, Database, 5433, [In], [Out]));
        Assert.False(Admits(Database, Node, 5432, [In], [Out]));
        Assert.True(Admits(Node, Database with { SecurityGroup = null }, 5432, [], [Out]));
        Assert.True(Admits(Node, Database with { SeenBySecurityGroups = false }, 1, [], []));
    }

    [Fact]
    public void The_protocol_minus_one_is_every_port_of_every_protocol() => Assert.True(Admits(
        Node, Database with { SecurityGroup = null }, 9, [],
        ["""{"securityGroupId":"sg-node","ipProtocol":"-1","cidrIpv4":"0.0.0.0/0"}"""]));

    [Theory]
    [InlineData("www.example.com", "tls", true)]
    [InlineData("example.com", "tls", false)]
    [InlineData(".example.com", "tls", true)]
    [InlineData(".www.example.com", "tls", true)]
    [InlineData(".w.example.com", "tls", false)]
    [InlineData("www.example.com", "http", false)]
    [InlineData("www.example.com", "other", false)]
    public void A_list_passes_its_names_by_what_it_reads_them_from(string target, string application, bool passes) =>
        Assert.Equal(passes, Passes(target, application, "STRICT_ORDER", "aws:drop_established"));

    [Fact]
    public void Without_a_default_drop_only_the_protocol_of_the_list_is_closed()
    {
        Assert.False(Passes("else.example.com", "tls", "DEFAULT_ACTION_ORDER", ""));
        Assert.True(Passes("else.example.com", "other", "DEFAULT_ACTION_ORDER", ""));
    }

    private static bool Admits(Host from, Host to, int port, string[] ingress, string[] egress) =>
        new SecurityGroupRules(Parse(ingress), Parse(egress)).Admit(new Connection(from, to, port, "TCP"));

    private static bool Passes(string target, string application, string order, string action)
    {
        var policy = $$$"""
            {"statelessDefaultActions":["aws:forward_to_sfe"],"statefulDefaultActions":["{{{action}}}"],
             "statefulEngineOptions":{"ruleOrder":"{{{order}}}"}}
            """;
        var list = $$$"""
            {"rulesSource":{"rulesSourceList":{"generatedRulesType":"ALLOWLIST","targetTypes":["TLS_SNI"],
             "targets":["{{{target}}}"] } } }
            """;
        return new DomainFirewall(Parse([policy])[0], Parse([list]))
            .Admits(new Connection(Node, Site, 443, "TCP", application));
    }

    private static JsonNode[] Parse(string[] texts) => [.. texts.Select(t => JsonNode.Parse(t) ?? new JsonObject())];
}
