using System.Net;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Network;

/// <summary>
/// A VPC and its subnets, closed: what comes with every VPC, a security group and a route table that open ways, is
/// emptied, and no subnet has a route beyond the VPC until <see cref="NetworkRoutes"/> gives it one. Stateful.
/// </summary>
public sealed class VirtualNetwork : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the VPC and everything in it.</summary>
    public const string TypeToken = "strata:network:VirtualNetwork";

    private readonly string _name;
    private readonly VirtualNetworkArgs _args;
    private readonly Vpc _vpc;

    /// <summary>Creates the VPC and its subnets.</summary>
    public VirtualNetwork(string name, VirtualNetworkArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        (_name, _args) = (name, args);
        _vpc = new(
            name,
            new()
            {
                CidrBlock = args.Plan.Vpc.ToString(),
                EnableDnsSupport = true,
                EnableDnsHostnames = true, // Private names of interface endpoints resolve only with both.
                Tags = Named(""),
            },
            Child());
        VpcId = _vpc.Id;
        Lock();

        PublicSubnets = Subnets("public", args.Plan.LoadBalancerSubnets, ("kubernetes.io/role/elb", "1"));
        PrivateSubnets = Subnets("private", args.Plan.NodeSubnets, ("kubernetes.io/role/internal-elb", "1"));
        IsolatedSubnets = Subnets("isolated", args.Plan.DatabaseSubnets);
        ControlPlaneSubnets = Subnets("control-plane", args.Plan.ControlPlaneSubnets);
        EndpointSubnets = Subnets("endpoints", args.Plan.EndpointSubnets);
        NatSubnets = Subnets("nat", args.Plan.NatSubnets);
        FirewallSubnets = Subnets("firewall", args.Plan.FirewallSubnets);
        RegisterOutputs();
    }

    /// <summary>Id of the VPC.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>Subnets of load balancers.</summary>
    public IReadOnlyList<ZoneSubnet> PublicSubnets { get; }

    /// <summary>Subnets of nodes and pods.</summary>
    public IReadOnlyList<ZoneSubnet> PrivateSubnets { get; }

    /// <summary>Subnets of databases.</summary>
    public IReadOnlyList<ZoneSubnet> IsolatedSubnets { get; }

    /// <summary>Subnets of the control plane's interfaces.</summary>
    public IReadOnlyList<ZoneSubnet> ControlPlaneSubnets { get; }

    /// <summary>Subnets of interface endpoints.</summary>
    public IReadOnlyList<ZoneSubnet> EndpointSubnets { get; }

    /// <summary>Subnets of NAT gateways, one for each.</summary>
    public IReadOnlyList<ZoneSubnet> NatSubnets { get; }

    /// <summary>Subnets of the firewall, one beside each NAT gateway; none where there is no firewall.</summary>
    public IReadOnlyList<ZoneSubnet> FirewallSubnets { get; }

    private void Lock()
    {
        _ = new DefaultSecurityGroup(
            $"{_name}-default-group", new() { VpcId = _vpc.Id, Tags = Named("default") }, Child());
        _ = new DefaultRouteTable(
            $"{_name}-default-routes",
            new() { DefaultRouteTableId = _vpc.DefaultRouteTableId, Tags = Named("default") },
            Child());
    }

    private ZoneSubnet[] Subnets(
        string tier, IReadOnlyList<IPNetwork> ranges, params (string Key, string Value)[] roles) =>
        [.. ranges.Zip(_args.Zones, (range, zone) => Subnet(tier, range, zone, roles))];

    private ZoneSubnet Subnet(string tier, IPNetwork range, string zone, (string Key, string Value)[] roles) => new(
        zone,
        range,
        new(
            $"{_name}-{tier}-{zone}",
            new()
            {
                VpcId = _vpc.Id,
                CidrBlock = range.ToString(),
                AvailabilityZone = $"{_args.Region}{zone}",
                MapPublicIpOnLaunch = false,
                Tags = Named($"{tier}-{zone}", roles),
            },
            Child()));

    /// <summary>The standard tags, the name that AWS's console shows, and the roles that controllers look for.</summary>
    private InputMap<string> Named(string what, params (string Key, string Value)[] roles) => _args.Tags.ToDictionary()
        .Add("Name", what.Length == 0 ? _args.Prefix : $"{_args.Prefix}-{what}")
        .AddRange(roles.Select(role => KeyValuePair.Create(role.Key, role.Value)));

    private CustomResourceOptions Child() => new() { Parent = this };
}
