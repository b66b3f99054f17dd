using Pulumi.Aws.Ec2;

namespace Infra.Components.Network;

/// <summary>
/// The ways out of a network. Load balancers answer the internet themselves; nodes leave through the firewall, where
/// there is one, and then a NAT gateway, and what comes back takes the same way: a firewall passes only connections
/// that it sees both halves of. Everything else stays in the VPC.
/// </summary>
// https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-igw-ngw.html
public sealed class NetworkRoutes : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the gateways and their addresses.</summary>
    public const string TypeToken = "strata:network:NetworkRoutes";

    private const string Anywhere = "0.0.0.0/0";

    private readonly string _name;
    private readonly NetworkRoutesArgs _args;
    private readonly VirtualNetwork _network;
    private readonly InternetGateway _internet;

    /// <summary>Makes gateways, route tables and routes.</summary>
    /// <exception cref="ArgumentException">There are firewall endpoints, but not one for each NAT gateway.</exception>
    public NetworkRoutes(string name, NetworkRoutesArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        (_name, _args, _network) = (name, args, args.Network);
        var (gateways, endpoints) = (_network.NatSubnets.Count, args.FirewallEndpointIds.Count);
        if (endpoints > 0 && endpoints != gateways)
        {
            throw new ArgumentException(
                $"The network has {gateways} NAT gateways and {endpoints} firewall endpoints: give one endpoint for "
                + "each gateway, or none.",
                nameof(args));
        }

        _internet = new($"{name}-internet", new() { VpcId = _network.VpcId, Tags = Tags }, Child());
        Out("public", Table("public", _network.PublicSubnets));
        Table("isolated", [.. _network.IsolatedSubnets, .. _network.ControlPlaneSubnets, .. _network.EndpointSubnets]);

        Exit[] exits = [.. Enumerable.Range(0, gateways).Select(MakeExit)];
        foreach (var (i, subnet) in _network.PrivateSubnets.Index())
        {
            // Where there is one exit for all zones, the nodes of every zone leave through it.
            Leave(subnet, exits[Math.Min(i, exits.Length - 1)]);
        }

        RegisterOutputs();
    }

    private InputMap<string> Tags => _args.Tags.ToInputs();

    private Exit MakeExit(int index)
    {
        var subnet = _network.NatSubnets[index];
        var name = $"nat-{subnet.Zone}";
        var routes = Table(name, [subnet]);
        var way = Out(name, routes);
        var address = new Eip($"{_name}-{name}", new() { Domain = "vpc", Tags = Tags }, Child());
        var gateway = new NatGateway(
            $"{_name}-{name}",
            new() { SubnetId = subnet.Subnet.Id, AllocationId = address.Id, Tags = Tags },
            Child(way));
        if (_args.FirewallEndpointIds.Count == 0)
        {
            return new(routes, gateway, null);
        }

        var firewall = Table($"firewall-{subnet.Zone}", [_network.FirewallSubnets[index]]);
        var onwards = new Route(
            $"{_name}-firewall-{subnet.Zone}-out",
            new() { RouteTableId = firewall.Id, DestinationCidrBlock = Anywhere, NatGatewayId = gateway.Id },
            Child());
        return new(routes, gateway, new(_args.FirewallEndpointIds[index], onwards));
    }

    private void Leave(ZoneSubnet subnet, Exit exit)
    {
        var table = Table($"private-{subnet.Zone}", [subnet]);
        var name = $"{_name}-private-{subnet.Zone}-out";
        if (exit.Inspection is not { } inspection)
        {
            _ = new Route(
                name,
                new() { RouteTableId = table.Id, DestinationCidrBlock = Anywhere, NatGatewayId = exit.Gateway.Id },
                Child());
            return;
        }

        // More specific than the VPC's own route, which would bring answers back past the firewall. It is there first:
        // a connection that started before it would never see its answers.
        var back = new Route(
            $"{_name}-private-{subnet.Zone}-back",
            new()
            {
                RouteTableId = exit.Routes.Id,
                DestinationCidrBlock = subnet.Range.ToString(),
                VpcEndpointId = inspection.EndpointId,
            },
            Child());
        _ = new Route(
            name,
            new()
            {
                RouteTableId = table.Id,
                DestinationCidrBlock = Anywhere,
                VpcEndpointId = inspection.EndpointId,
            },
            Child(back, inspection.Onwards));
    }

    private Route Out(string name, RouteTable table) => new(
        $"{_name}-{name}-out",
        new() { RouteTableId = table.Id, DestinationCidrBlock = Anywhere, GatewayId = _internet.Id },
        Child());

    private RouteTable Table(string name, IReadOnlyList<ZoneSubnet> subnets)
    {
        var table = new RouteTable($"{_name}-{name}", new() { VpcId = _network.VpcId, Tags = Tags }, Child());
        foreach (var subnet in subnets)
        {
            var association = subnet.Subnet.GetResourceName();
            _ = new RouteTableAssociation(
                $"{_name}-of-{association}", new() { RouteTableId = table.Id, SubnetId = subnet.Subnet.Id }, Child());
        }

        return table;
    }

    private CustomResourceOptions Child(params Resource[] dependsOn) =>
        new() { Parent = this, DependsOn = dependsOn };

    /// <param name="Routes">Where what comes back through the gateway is sent on.</param>
    /// <param name="Gateway">The NAT gateway.</param>
    /// <param name="Inspection">The firewall before it; null where there is none.</param>
    private sealed record Exit(RouteTable Routes, NatGateway Gateway, Inspection? Inspection);

    /// <param name="EndpointId">Id of the firewall's endpoint.</param>
    /// <param name="Onwards">The way from the firewall to the NAT gateway.</param>
    private sealed record Inspection(Output<string> EndpointId, Route Onwards);
}
