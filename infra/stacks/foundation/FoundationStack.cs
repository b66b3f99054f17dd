using System.Collections.Immutable;
using Infra.Components.Charts;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Flows.Domains;
using Infra.Components.Flows.SecurityGroups;
using Infra.Components.Keys;
using Infra.Components.Network;
using Infra.Components.Policies;
using Infra.Components.Registry;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Aws = Pulumi.Aws;

namespace Infra.Stacks.Foundation;

/// <summary>The <c>foundation</c> layer: the network, what may pass through it, and the keys.</summary>
public sealed class FoundationStack : Stack
{
    private readonly LayerContext _context;
    private readonly EnvironmentSettings _environment;
    private readonly FoundationSettings _settings;
    private readonly AwsScope _scope;
    private readonly FlowModel _flows;
    private readonly ComponentResourceOptions _home;
    private readonly ComponentResourceOptions _kept;

    /// <summary>Declares the layer.</summary>
    /// <exception cref="ArgumentException">The environment has no such layer.</exception>
    public FoundationStack(LayerContext context)
        : base(context.Options)
    {
        (_context, _environment) = (context, context.Environment);
        _settings = _environment.Foundation ?? throw new ArgumentException(
            $"The environment '{_environment.Name}' has no section '{LayerRegistry.Foundation}'.", nameof(context));
        _scope = new(_environment.Partition, _environment.Account, _environment.Region);
        _flows = PlatformFlows.Declare(_settings.Plan);
        var home = Provider("home", _environment.Region);
        _home = new() { Provider = home };
        _kept = new() { Provider = home, Protect = _environment.Protect };

        var keys = Keys(home);
        var network = Network();
        var groups = Groups(network);
        Endpoints(network, groups);
        WaysOut(network, Logs(network, keys));
        var zone = new DnsZone("zone", new() { ZoneName = _settings.DnsZone, Tags = _context.Tags }, _kept);

        Registry(keys);

        VpcId = network.VpcId;
        VpcCidr = Output.Create(_settings.Plan.Vpc.ToString());
        AvailabilityZones = Output.Create(_settings.Zones.Select(z => $"{_environment.Region}{z}").ToImmutableArray());
        PublicSubnetIds = Ids(network.PublicSubnets);
        PrivateSubnetIds = Ids(network.PrivateSubnets);
        IsolatedSubnetIds = Ids(network.IsolatedSubnets);
        ControlPlaneSubnetIds = Ids(network.ControlPlaneSubnets);
        EndpointSubnetIds = Ids(network.EndpointSubnets);
        SecurityGroupIds = Map(groups.Ids);
        KeyArns = Map(keys.Keys);
        ReplicaKeyArns = Map(keys.ReplicaKeys);
        ZoneId = zone.ZoneId;
        ZoneName = Output.Create(_settings.DnsZone);
    }

    /// <summary>Id of the VPC.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>Addresses of the VPC.</summary>
    [Output("vpcCidr")]
    public Output<string> VpcCidr { get; private set; }

    /// <summary>Names of the availability zones. Every list of subnets is in this order.</summary>
    [Output("availabilityZones")]
    public Output<ImmutableArray<string>> AvailabilityZones { get; private set; }

    /// <summary>Ids of the load balancers' subnets.</summary>
    [Output("publicSubnetIds")]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    /// <summary>Ids of the nodes' and pods' subnets.</summary>
    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>Ids of the databases' subnets.</summary>
    [Output("isolatedSubnetIds")]
    public Output<ImmutableArray<string>> IsolatedSubnetIds { get; private set; }

    /// <summary>Ids of the control plane's subnets.</summary>
    [Output("controlPlaneSubnetIds")]
    public Output<ImmutableArray<string>> ControlPlaneSubnetIds { get; private set; }

    /// <summary>Ids of the interface endpoints' subnets.</summary>
    [Output("endpointSubnetIds")]
    public Output<ImmutableArray<string>> EndpointSubnetIds { get; private set; }

    /// <summary>Ids of the security groups, by name.</summary>
    [Output("securityGroupIds")]
    public Output<ImmutableDictionary<string, string>> SecurityGroupIds { get; private set; }

    /// <summary>ARNs of the keys, by purpose.</summary>
    [Output("keyArns")]
    public Output<ImmutableDictionary<string, string>> KeyArns { get; private set; }

    /// <summary>ARNs of the keys in the replica region, by purpose.</summary>
    [Output("replicaKeyArns")]
    public Output<ImmutableDictionary<string, string>> ReplicaKeyArns { get; private set; }

    /// <summary>Id of the DNS zone.</summary>
    [Output("zoneId")]
    public Output<string> ZoneId { get; private set; }

    /// <summary>The domain of the DNS zone.</summary>
    [Output("zoneName")]
    public Output<string> ZoneName { get; private set; }

    private PurposeKeys Keys(ProviderResource home) => new(
        "key",
        new()
        {
            Prefix = _environment.Prefix,
            HomeScope = _scope,
            ReplicaScope = _scope with { Region = _environment.ReplicaRegion },
            DeletionDays = _settings.KeyDeletionWindow.Days,
            Tags = _context.Tags,
            Home = home,
            Replica = Provider("replica", _environment.ReplicaRegion),
        },
        new() { Protect = _environment.Protect });

    private void Registry(PurposeKeys keys) => _ = new ImageRegistry(
        "registry",
        new()
        {
            Repositories = _environment.Workloads is { } workloads
                ? [.. new[] { workloads.Api.Image.Repository, workloads.Worker.Image.Repository }.Distinct()]
                : [],
            Upstreams = UpstreamRegistry.All,
            KeyArn = keys.Keys[KeyPurposes.Registry],
            RecoveryDays = _settings.KeyDeletionWindow.Days,
            Tags = _context.Tags with { Service = "registry" },
        },
        _kept);

    private VirtualNetwork Network() => new(
        "network",
        new()
        {
            Prefix = _environment.Prefix,
            Plan = _settings.Plan,
            Region = _environment.Region,
            Zones = _settings.Zones,
            Tags = _context.Tags,
        },
        _kept);

    private SecurityGroups Groups(VirtualNetwork network)
    {
        var groups = new SecurityGroups(
            "group", new() { Prefix = _environment.Prefix, Network = network, Tags = _context.Tags }, _home);
        _ = new SecurityGroupRules(
            "rule",
            new()
            {
                Flows = _flows,
                GroupIds = groups.Ids.ToDictionary(group => group.Key, group => (Input<string>)group.Value),
                Tags = _context.Tags,
            },
            _home);
        return groups;
    }

    private NetworkLogs Logs(VirtualNetwork network, PurposeKeys keys) => new(
        "logs",
        new()
        {
            Prefix = _environment.Prefix,
            Network = network,
            Scope = _scope,
            KeyArn = keys.Keys[KeyPurposes.Logs],
            RetentionDays = _settings.LogRetention.Days,
            Tags = _context.Tags,
        },
        _kept);

    private void Endpoints(VirtualNetwork network, SecurityGroups groups) => _ = new InterfaceEndpoints(
        "endpoint",
        new()
        {
            Network = network,
            Endpoints = new PlatformEndpoints(_settings.Plan).Services,
            SecurityGroupId = groups.Ids[SecurityGroupNames.Endpoints],
            Scope = _scope,
            Tags = _context.Tags,
        },
        _home);

    private void WaysOut(VirtualNetwork network, NetworkLogs logs)
    {
        _ = new DnsAllowList(
            "dns",
            new()
            {
                Prefix = _environment.Prefix,
                Flows = _flows,
                VpcId = network.VpcId,
                Region = _environment.Region,
                ZoneName = _settings.DnsZone,
                Protect = _environment.Protect,
                Tags = _context.Tags,
            },
            _home);
        _ = new NetworkRoutes(
            "routes",
            new()
            {
                Network = network,
                FirewallEndpointIds = _settings.Plan.FirewallSubnets.Count > 0 ? Firewall(network, logs) : [],
                Tags = _context.Tags,
            },
            _home);
    }

    private IReadOnlyList<Output<string>> Firewall(VirtualNetwork network, NetworkLogs logs) => new NetworkFirewall(
        "firewall",
        new()
        {
            Prefix = _environment.Prefix,
            Network = network,
            FirewallPolicyArn = new DomainAllowList("domains", new() { Flows = _flows, Tags = _context.Tags }, _home)
                .FirewallPolicyArn,
            Logs = logs,
            Protect = _environment.Protect,
            Tags = _context.Tags,
        },
        _kept).EndpointIds;

    private static Output<ImmutableArray<string>> Ids(IEnumerable<ZoneSubnet> subnets) =>
        Output.All(subnets.Select(subnet => subnet.Subnet.Id));

    private static Output<ImmutableDictionary<string, string>> Map(ImmutableDictionary<string, Output<string>> values)
    {
        string[] keys = [.. values.Keys.Order(StringComparer.Ordinal)];
        return Output.All(keys.Select(key => values[key])).Apply(found =>
            keys.Zip(found).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
    }

    private Aws.Provider Provider(string name, string region) =>
        new(name, new() { Region = region, AllowedAccountIds = { _environment.Account } });
}
