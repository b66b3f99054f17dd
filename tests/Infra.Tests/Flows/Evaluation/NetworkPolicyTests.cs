using System.Net;
using System.Text.Json.Nodes;

namespace Infra.Tests.Flows.Evaluation;

/// <summary>The evaluator against what Kubernetes documents, with manifests that no renderer of ours wrote.</summary>
public sealed class NetworkPolicyTests
{
    private static readonly Host Client = Pod("client", "team", "10.0.0.1", ("role", "client"));
    private static readonly Host Other = Pod("other", "team", "10.0.0.2", ("role", "other"));
    private static readonly Host Foreign = Pod("foreign", "abroad", "10.0.0.3", ("role", "client"));
    private static readonly Host Outside = new("outside", IPAddress.Parse("192.0.2.9"));
    private static readonly Host Server =
        Pod("server", "team", "10.0.0.9", ("app", "db")) with
        {
            NamedPorts = new Dictionary<string, int> { ["sql"] = 5432 },
        };

    [Fact]
    public void Without_a_policy_a_pod_is_open_and_under_strict_enforcement_closed()
    {
        Assert.True(Open(Client, Server, 80, []));
        Assert.False(Open(Client, Server, 80, [], Enforcing.Strict));
    }

    [Fact]
    public void A_policy_without_rules_closes_the_direction_it_names_and_no_other()
    {
        var deny = """{"podSelector":{},"policyTypes":["Ingress"]}""";

        Assert.False(Open(Client, Server, 80, [deny]));
        Assert.True(Open(Server, Outside, 80, [deny]));
    }

    [Fact]
    public void Without_policy_types_a_policy_is_of_ingress_and_of_egress_if_it_has_any()
    {
        Assert.True(Open(Server, Outside, 80, ["""{"podSelector":{}}"""]));
        Assert.False(Open(Server, Outside, 80, ["""{"podSelector":{},"egress":[{"ports":[{"port":53}]}]}"""]));
    }

    [Fact]
    public void An_empty_rule_admits_everything() =>
        Assert.True(Open(Outside, Server, 80, ["""{"podSelector":{},"ingress":[{}]}"""]));

    [Fact]
    public void Policies_add_up_and_never_take_away() => Assert.True(Open(Client, Server, 80,
    [
        """{"podSelector":{},"policyTypes":["Ingress"]}""",
        """{"podSelector":{"matchLabels":{"app":"db"}},"ingress":[{"from":[{"podSelector":{}}]}]}""",
    ]));

    [Fact]
    public void A_rule_of_a_type_that_the_policy_lacks_counts_for_nothing() => Assert.False(Open(Server, Outside, 80,
    [
        """{"podSelector":{},"policyTypes":["Egress"]}""",
        """{"podSelector":{},"policyTypes":["Ingress"],"egress":[{}]}""",
    ]));

    [Fact]
    public void A_pod_selector_alone_means_the_policys_own_namespace()
    {
        var policy = """{"podSelector":{},"ingress":[{"from":[{"podSelector":{"matchLabels":{"role":"client"}}}]}]}""";

        Assert.True(Open(Client, Server, 80, [policy]));
        Assert.False(Open(Other, Server, 80, [policy]));
        Assert.False(Open(Foreign, Server, 80, [policy]));
    }

    [Fact]
    public void Selectors_in_one_peer_are_both_needed_and_in_two_peers_either_will_do()
    {
        var both = """
            {"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":
            "abroad"}},"podSelector":{"matchLabels":{"role":"client"}}}]}]}
            """;
        var either = """
            {"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":
            "abroad"}}},{"podSelector":{"matchLabels":{"role":"client"}}}]}]}
            """;

        Assert.True(Open(Foreign, Server, 80, [both]));
        Assert.False(Open(Client, Server, 80, [both]));
        Assert.True(Open(Client, Server, 80, [either]));
        Assert.True(Open(Foreign, Server, 80, [either]));
        Assert.False(Open(Other, Server, 80, [either]));
    }

    [Fact]
    public void An_empty_namespace_selector_means_every_pod_and_no_address()
    {
        var policy = """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{}}]}]}""";

        Assert.True(Open(Foreign, Server, 80, [policy]));
        Assert.False(Open(Outside, Server, 80, [policy]));
    }

    [Fact]
    public void An_address_range_leaves_out_its_exceptions()
    {
        var policy = """
            {"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"192.0.2.0/24","except":
            ["192.0.2.8/29"]}}]}]}
            """;

        Assert.False(Open(Server, Outside, 80, [policy]));
        Assert.True(Open(Server, Outside with { Address = IPAddress.Parse("192.0.2.1") }, 80, [policy]));
    }

    [Theory]
    [InlineData("""{"port":5432}""", 5432, "TCP", true)]
    [InlineData("""{"port":5432}""", 5432, "UDP", false)]
    [InlineData("""{"port":5432,"protocol":"UDP"}""", 5432, "UDP", true)]
    [InlineData("""{"port":5432}""", 5433, "TCP", false)]
    [InlineData("""{"port":5000,"endPort":6000}""", 5432, "TCP", true)]
    [InlineData("""{"port":5000,"endPort":6000}""", 6001, "TCP", false)]
    [InlineData("""{"port":"sql"}""", 5432, "TCP", true)]
    [InlineData("""{"port":"sql"}""", 5433, "TCP", false)]
    [InlineData("""{"port":"absent"}""", 5432, "TCP", false)]
    [InlineData("""{"protocol":"UDP"}""", 1, "UDP", true)]
    public void Ports_are_numbers_ranges_or_names_of_a_protocol(string port, int number, string protocol, bool open) =>
        Assert.Equal(open, Judge(Client, Server, number, protocol,
            [$$"""{"podSelector":{},"ingress":[{"ports":[{{port}}]}]}"""], Enforcing.Standard));

    [Theory]
    [InlineData("""{"key":"role","operator":"In","values":["client","x"]}""", true)]
    [InlineData("""{"key":"role","operator":"NotIn","values":["client"]}""", false)]
    [InlineData("""{"key":"absent","operator":"NotIn","values":["client"]}""", true)]
    [InlineData("""{"key":"role","operator":"Exists"}""", true)]
    [InlineData("""{"key":"role","operator":"DoesNotExist"}""", false)]
    public void Expressions_select_as_labels_do(string expression, bool open) => Assert.Equal(open, Open(
        Client, Server, 80,
        [$$$"""{"podSelector":{},"ingress":[{"from":[{"podSelector":{"matchExpressions":[{{{expression}}}]}}]}]}"""]));

    private static bool Open(Host from, Host to, int port, string[] specs, Enforcing mode = Enforcing.Standard) =>
        Judge(from, to, port, "TCP", specs, mode);

    private static bool Judge(Host from, Host to, int port, string protocol, string[] specs, Enforcing mode)
    {
        JsonNode[] policies = [.. specs.Select(s => new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = "p", ["namespace"] = "team" },
            ["spec"] = JsonNode.Parse(s),
        })];
        var verdict = new Guards(new Artefacts(policies, [], [], new JsonObject(), []), mode)
            .Judge(new Connection(from, to, port, protocol));

        // The policies select the other pods of the namespace too; under test is what they say about the server.
        return from == Server ? verdict.CallerPolicy : verdict.CalleePolicy;
    }

    private static Host Pod(string name, string ns, string address, (string Key, string Value) label) =>
        new(name, IPAddress.Parse(address))
        {
            Namespace = ns,
            Labels = new Dictionary<string, string> { [label.Key] = label.Value },
        };
}
