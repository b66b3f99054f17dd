using System.Net;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Stacks.Layers;

namespace Infra.Tests.Foundation;

/// <summary>Follows packets through the rendered route tables.</summary>
[Collection(nameof(SerialRendering))]
public sealed class RoutingTests
{
    private static readonly IPAddress Internet = IPAddress.Parse("203.0.113.7");

    public static TheoryData<string> Environments => ["dev", "staging", "prod"];

    public static TheoryData<string> Firewalled => ["staging", "prod"];

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_subnet_has_one_route_table_and_it_is_not_the_one_that_comes_with_the_vpc(string environment)
    {
        var graph = FoundationGraph.Of(environment);
        Assert.All(graph.OfType("Subnet"), subnet => Assert.Equal("RouteTable", Kind(Table(graph, subnet))));
        Assert.Empty(Assert.Single(graph.OfType("DefaultRouteTable")).Inputs.Items("routes"));
    }

    [Theory]
    [InlineData("isolated")]
    [InlineData("control-plane")]
    [InlineData("endpoints")]
    public void Databases_the_control_plane_and_endpoints_have_no_way_out(string tier)
    {
        foreach (var graph in ((string[])["dev", "staging", "prod"]).Select(FoundationGraph.Of))
        {
            Assert.Equal(3, Tier(graph, tier).Count);
            Assert.All(Tier(graph, tier), subnet => Assert.Empty(Routes(graph, subnet)));
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Nodes_never_reach_the_internet_gateway_directly(string environment)
    {
        var graph = FoundationGraph.Of(environment);
        Assert.All(
            Tier(graph, "private").SelectMany(subnet => Routes(graph, subnet)),
            route => Assert.Null(graph.Target(route, "gatewayId")));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Load_balancers_answer_the_internet_themselves_and_reach_nodes_directly(string environment)
    {
        var graph = FoundationGraph.Of(environment);
        Assert.All(Tier(graph, "public"), subnet =>
            Assert.Equal(["routes-internet"], Way(graph, subnet, Internet)));
        Assert.All(Tier(graph, "public"), subnet => Assert.Equal([], Way(graph, subnet, NodeIn(graph, "a"))));
        Assert.All(Tier(graph, "private"), subnet => Assert.Equal([], Way(graph, subnet, LoadBalancerIn(graph))));
    }

    [Theory]
    [MemberData(nameof(Firewalled))]
    public void Each_zone_leaves_through_its_own_firewall_and_gateway_and_comes_back_the_same_way(string environment)
    {
        var graph = FoundationGraph.Of(environment);
        foreach (var zone in (string[])["a", "b", "c"])
        {
            var nodes = graph.Named("Subnet", $"network-private-{zone}");
            Assert.Equal(
                [$"firewall-{zone}", $"routes-nat-{zone}", "routes-internet"], Way(graph, nodes, Internet));
            var nat = graph.Named("Subnet", $"network-nat-{zone}");
            Assert.Equal([$"firewall-{zone}"], Way(graph, nat, NodeIn(graph, zone)));
        }
    }

    [Fact]
    public void Dev_leaves_through_one_gateway()
    {
        var graph = FoundationGraph.Of("dev");
        Assert.Single(graph.OfType("NatGateway"));
        Assert.Empty(graph.OfType("Firewall"));
        Assert.All(Tier(graph, "private"), subnet =>
            Assert.Equal(["routes-nat-a", "routes-internet"], Way(graph, subnet, Internet)));
    }

    [Fact]
    public async Task With_one_gateway_behind_a_firewall_every_zone_goes_and_comes_through_both()
    {
        var prod = FoundationGraph.Folder.Read("prod");
        var settings = FoundationGraph.Settings("prod");
        var plan = settings.Plan with
        {
            NatSubnets = [settings.Plan.NatSubnets[0]],
            FirewallSubnets = [settings.Plan.FirewallSubnets[0]],
        };
        var rendered = await new Renderer().RenderAsync(
            prod with { Foundation = settings with { Plan = plan } }, LayerRegistry.Foundation, CancellationToken.None);
        var graph = new FoundationGraph(Assert.Single(rendered.Layers));
        foreach (var zone in (string[])["a", "b", "c"])
        {
            Assert.Equal(
                ["firewall-a", "routes-nat-a", "routes-internet"],
                Way(graph, graph.Named("Subnet", $"network-private-{zone}"), Internet));
            Assert.Equal(
                ["firewall-a"], Way(graph, graph.Named("Subnet", "network-nat-a"), NodeIn(graph, zone)));
        }
    }

    private static List<GraphResource> Tier(FoundationGraph graph, string tier) =>
        [.. graph.OfType("Subnet").Where(subnet => subnet.Name[..^2] == $"network-{tier}")];

    private static IPAddress NodeIn(FoundationGraph graph, string zone) =>
        Range(graph.Named("Subnet", $"network-private-{zone}")).BaseAddress;

    private static IPAddress LoadBalancerIn(FoundationGraph graph) =>
        Range(graph.Named("Subnet", "network-public-a")).BaseAddress;

    private static IPNetwork Range(GraphResource subnet) => IPNetwork.Parse(subnet.Inputs.Text("cidrBlock") ?? "");

    /// <summary>What a packet from a subnet passes on its way; nothing where it stays in the VPC.</summary>
    private static List<string> Way(FoundationGraph graph, GraphResource subnet, IPAddress address)
    {
        var way = new List<string>();
        for (var at = subnet; at is not null;)
        {
            var route = Routes(graph, at)
                .Select(route => (Route: route, To: IPNetwork.Parse(route.Inputs.Text("destinationCidrBlock") ?? "")))
                .Where(route => route.To.Contains(address))
                .OrderByDescending(route => route.To.PrefixLength)
                .Select(route => route.Route)
                .FirstOrDefault();
            var vpc = IPNetwork.Parse(Assert.Single(graph.OfType("Vpc")).Inputs.Text("cidrBlock") ?? "");

            // The VPC's own route wins over any that is less specific.
            if (route is null || (vpc.Contains(address) && route.Inputs.Text("destinationCidrBlock") == "0.0.0.0/0"))
            {
                return way;
            }

            var next = graph.Target(route, "vpcEndpointId") ?? graph.Target(route, "natGatewayId")
                ?? graph.Target(route, "gatewayId") ?? throw new InvalidDataException($"'{route.Name}' leads nowhere.");
            way.Add(next.Name);
            at = Kind(next) switch
            {
                "Firewall" => graph.Target(next.Inputs.Items("subnetMappings").Single().Text("subnetId") ?? ""),
                "NatGateway" => graph.Target(next, "subnetId"),
                "InternetGateway" => null,
                var other => throw new InvalidDataException($"'{route.Name}' leads to a {other}."),
            };
        }

        return way;
    }

    private static IEnumerable<GraphResource> Routes(FoundationGraph graph, GraphResource subnet)
    {
        var table = Table(graph, subnet);
        return graph.OfType("Route").Where(route => graph.Target(route, "routeTableId") == table);
    }

    private static GraphResource Table(FoundationGraph graph, GraphResource subnet) =>
        graph.Target(
            Assert.Single(graph.OfType("RouteTableAssociation"), a => graph.Target(a, "subnetId") == subnet),
            "routeTableId") ?? throw new InvalidDataException($"'{subnet.Name}' has no route table.");

    private static string Kind(GraphResource resource) => resource.Type.Split(':')[^1];
}
