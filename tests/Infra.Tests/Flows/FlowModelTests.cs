using System.Net;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;

namespace Infra.Tests.Flows;

/// <summary>Declarations that the platform could not enforce as written are refused, each with its sentence.</summary>
public sealed class FlowModelTests
{
    private static readonly Port Tls = new("https", 443);
    private static readonly Port Grpc = new("grpc", 7233);
    private static readonly Workload Caller = Pods("caller");
    private static readonly Workload Called = Pods("called") with { Ports = [Grpc] };
    private static readonly Endpoint Kms = At("kms", "10.0.0.4/32") with { SecurityGroup = "endpoints", Ports = [Tls] };
    private static readonly ExternalDomain Idp = new("idp", "sign-in", ["login.example.com"]) { Ports = [Tls] };

    private static readonly Endpoint Public = At("elsewhere", "203.0.113.0/24") with { Ports = [Tls] };
    private static readonly Endpoint[] Unguarded =
        [At("one", "10.1.0.0/24") with { Ports = [Tls] }, At("two", "10.2.0.0/24") with { Ports = [Tls] }];
    private static readonly Workload Shifted =
        Pods("shifted") with { Ports = [new("https", 8443) { ServicePort = 443 }] };
    private static readonly Workload Busy =
        Pods("busy") with { Ports = [.. Enumerable.Range(0, 25).Select(i => new Port($"p{i}", 9000 + i))] };

    public static TheoryData<string, Party[], Flow[]> Refused => new()
    {
        { "'caller' is declared 2 times", [Caller, Caller with { Labels = Label("other") }], [] },
        { "'Not A Label' is no DNS label", [Pods("Not A Label")], [] },
        { "'default-deny' has the name", [Pods("default-deny")], [] },
        { "'caller' has no labels", [Caller with { Labels = new Dictionary<string, string>() }], [] },
        { "namespace 'Bad_One'", [Caller with { Namespace = "Bad_One" }], [] },
        { "no service account", [Caller with { ServiceAccount = " " }], [] },
        { "applies no policy to such pods", [Caller with { Controller = Controller.None }], [] },
        {
            "have all labels of 'caller'",
            [Caller, Pods("twin") with { Labels = new Dictionary<string, string>(Caller.Labels) { ["tier"] = "web" } }],
            []
        },
        { "is out of range", [Called with { Ports = [new("grpc", 70000)] }], [] },
        { "is no port name", [Called with { Ports = [new("a-name-that-is-too-long", 80)] }], [] },
        { "2 ports named 'grpc'", [Called with { Ports = [Grpc, new("grpc", 7234)] }], [] },
        { "2 names for the port", [Called with { Ports = [Grpc, new("other", 7233)] }], [] },
        { "'kms' has no addresses", [Kms with { Addresses = [] }], [] },
        { "is not IPv4", [At("six", "fd00::/8")], [] },
        { "'idp' has no domains", [Idp with { Domains = [] }], [] },
        { "is no host name", [Idp with { Domains = ["https://login.example.com"] }], [] },
        { "cannot be judged by domain", [Idp with { Ports = [new("ldap", 389)] }], [] },
        { "not among the parties", [Caller], [Allow(Caller, Called, Grpc)] },
        { "does not have: it has grpc 7233/tcp", [Caller, Called], [Allow(Caller, Called, Tls)] },
        { "say why in one sentence", [Caller, Called], [new(Caller, Called, Grpc, "because", "platform")] },
        { "has no owner", [Caller, Called], [new(Caller, Called, Grpc, "It calls it.", "")] },
        { "is declared 2 times", [Caller, Called], [Allow(Caller, Called, Grpc), Allow(Caller, Called, Grpc)] },
        { "starts at a domain", [Idp, Called], [Allow(Idp, Called, Grpc)] },
        { "leads to public addresses", [Caller, Public], [Allow(Caller, Public, Tls)] },
        { "nothing would enforce it", Unguarded, [Allow(Unguarded[0], Unguarded[1], Tls)] },
        { "make the Service's port 8443", [Caller, Shifted], [Allow(Caller, Shifted, Shifted.Ports[0])] },
        { "on 25 ports", [Caller, Busy], [.. Busy.Ports.Select(p => Allow(Caller, Busy, p))] },
        {
            "would also open the port to or from 'sts'",
            [Caller, Kms, At("sts", "10.0.0.0/24") with { Ports = [Tls] }],
            [Allow(Caller, Kms, Tls)]
        },
        {
            "would also open the port to or from 'twin'",
            [Caller, Idp, Idp with { Name = "twin", Domains = ["twin.example.com"] }],
            [Allow(Caller, Idp, Tls)]
        },
        {
            "would also open the port to or from 'neighbour'",
            [Called, Kms, At("neighbour", "10.0.0.4/32")],
            [Allow(Kms, Called, Grpc)]
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_declaration_that_cannot_be_enforced_is_refused(string sentence, Party[] parties, Flow[] flows)
    {
        var refusal = Assert.Throws<FlowModelException>(() => new FlowModel(parties, flows));

        Assert.Contains(refusal.Problems, p => p.Contains(sentence, StringComparison.Ordinal));
        Assert.All(refusal.Problems, p => Assert.EndsWith(".", p, StringComparison.Ordinal));
    }

    [Fact]
    public void Twins_at_one_address_are_accepted_when_declared_alike()
    {
        var sts = Kms with { Name = "sts" };

        var model = new FlowModel([Caller, Kms, sts], [Allow(Caller, Kms, Tls), Allow(Caller, sts, Tls)]);

        Assert.Equal(2, model.Flows.Count);
    }

    [Fact]
    public void The_control_plane_may_call_behind_a_service_of_another_port() =>
        Assert.Single(new FlowModel([Kms, Shifted], [Allow(Kms, Shifted, Shifted.Ports[0])]).Flows);

    [Fact]
    public void A_plan_that_mixes_subnets_up_is_refused_in_sentences()
    {
        var plan = Plans.Prod with
        {
            Vpc = IPNetwork.Parse("11.0.0.0/16"),
            ControlPlaneSubnets = Plans.Prod.NodeSubnets,
            EndpointSubnets = [IPNetwork.Parse("10.40.9.0/29")],
        };

        var problems = Assert.Throws<FlowModelException>(() => PlatformFlows.Declare(plan)).Problems;

        Assert.All(
            [
                "'11.0.0.0/16' is not within the private ranges", "'10.40.1.0/24' of load balancers is not within",
                "overlaps '10.40.64.0/19' of the control plane", "has room for 3 of the 15 endpoints",
            ],
            sentence => Assert.Contains(problems, p => p.Contains(sentence, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_subnet_that_holds_the_vpcs_resolver_is_refused() => Assert.Contains(
        Assert.Throws<FlowModelException>(() => PlatformFlows.Declare(
            Plans.Prod with { LoadBalancerSubnets = [IPNetwork.Parse("10.40.0.0/24")] })).Problems,
        p => p.Contains("holds the VPC's resolver '10.40.0.2'", StringComparison.Ordinal));

    [Fact]
    public void A_vpc_where_the_cluster_has_its_services_is_refused() => Assert.Contains(
        Assert.Throws<FlowModelException>(() => PlatformFlows.Declare(
            Plans.Prod with { Services = IPNetwork.Parse("10.40.0.0/20") })).Problems,
        p => p.Contains("overlaps the cluster's Services", StringComparison.Ordinal));

    private static Flow Allow(Party from, Party to, Port port) => new(from, to, port, "A test needs it.", "platform");

    private static Workload Pods(string name) => new(name, "pods", "default", Label(name), name);

    private static Dictionary<string, string> Label(string value) => new() { ["app"] = value };

    private static Endpoint At(string name, string range) => new(name, "addresses", [IPNetwork.Parse(range)]);
}
