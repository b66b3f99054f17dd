using System.Net;

namespace Infra.Components.Flows.Catalogue;

/// <summary>The addresses of one environment, as far as flows depend on them.</summary>
public sealed record NetworkPlan
{
    /// <summary>AWS keeps the first four addresses of a subnet.</summary>
    private const int FirstFreeAddress = 4;

    /// <summary>The prefixes that AWS takes for a VPC, from the largest, and the last one for a subnet.</summary>
    private const int LargestVpc = 16;

    private const int SmallestSubnet = 28;

    /// <summary>The VPC, within the private ranges of RFC 1918 or RFC 6598.</summary>
    public required IPNetwork Vpc { get; init; }

    /// <summary>Where load balancers have their addresses: the public subnets.</summary>
    public required IReadOnlyList<IPNetwork> LoadBalancerSubnets { get; init; }

    /// <summary>Where nodes and pods have theirs: the private subnets.</summary>
    public required IReadOnlyList<IPNetwork> NodeSubnets { get; init; }

    /// <summary>
    /// Where the control plane's interfaces have theirs. Nothing else may be here, as webhooks admit whatever calls
    /// from here.
    /// </summary>
    public required IReadOnlyList<IPNetwork> ControlPlaneSubnets { get; init; }

    /// <summary>
    /// Where interface endpoints have theirs, each at a fixed address, so that a policy can name one service.
    /// </summary>
    public required IReadOnlyList<IPNetwork> EndpointSubnets { get; init; }

    /// <summary>Where PostgreSQL has its addresses.</summary>
    public required IReadOnlyList<IPNetwork> DatabaseSubnets { get; init; }

    /// <summary>
    /// Where NAT gateways have theirs, one for each. Nothing else may be here: what comes back through a NAT gateway
    /// for the nodes is sent through the firewall, and so would be what a load balancer here sends them.
    /// </summary>
    public IReadOnlyList<IPNetwork> NatSubnets { get; init; } = [];

    /// <summary>
    /// Where the firewall's endpoints have theirs, one beside each NAT gateway; none (the default) where there is no
    /// firewall. Nothing else may be here: a firewall does not see what starts in its own subnet.
    /// </summary>
    public IReadOnlyList<IPNetwork> FirewallSubnets { get; init; } = [];

    /// <summary>The cluster's Service addresses, outside the VPC. EKS's own default.</summary>
    public IPNetwork Services { get; init; } = IPNetwork.Parse("172.20.0.0/16");

    /// <summary>Who may call the load balancer. Everybody by default.</summary>
    public IReadOnlyList<IPNetwork> Clients { get; init; } = [Networks.Any];

    /// <summary>Where people sign in: host names whose keys the API fetches.</summary>
    public required IReadOnlyList<string> IdentityProviders { get; init; }

    /// <summary>RFC 3161 time-stamping authorities, called over HTTP as their protocol has it.</summary>
    public required IReadOnlyList<string> TimestampAuthorities { get; init; }

    /// <summary>The VPC's resolver: the address two above the VPC's first.</summary>
    internal IPNetwork Resolver => Networks.Host(Vpc, 2);

    /// <summary>
    /// The Service <c>kubernetes</c>: the first address of the Services. A pod's packets leave it so addressed.
    /// </summary>
    internal IPNetwork ApiServerService => Networks.Host(Services, 1);

    /// <summary>
    /// The addresses of the interface endpoint in one slot: one in each subnet, the same place in each.
    /// </summary>
    internal IReadOnlyList<IPNetwork> EndpointAddresses(int slot) =>
        [.. EndpointSubnets.Select(s => Networks.Host(s, (uint)(FirstFreeAddress + slot)))];

    /// <summary>Everything that is wrong with it, but for what the flows themselves rule out.</summary>
    public IReadOnlyList<NetworkProblem> Check() => [.. Problems(new PlatformEndpoints(this).Services.Count)];

    /// <param name="endpointSlots">How many interface endpoints there are.</param>
    private IEnumerable<NetworkProblem> Problems(int endpointSlots)
    {
        PlannedSubnet[] subnets =
        [
            .. LoadBalancerSubnets.Select(s => new PlannedSubnet("load balancers", s, 27)),
            .. NodeSubnets.Select(s => new PlannedSubnet("nodes", s, 24)),
            .. ControlPlaneSubnets.Select(s => new PlannedSubnet("the control plane", s, SmallestSubnet)),
            .. EndpointSubnets.Select(s => new PlannedSubnet("endpoints", s, SmallestSubnet)),
            .. DatabaseSubnets.Select(s => new PlannedSubnet("databases", s, SmallestSubnet)),
            .. NatSubnets.Select(s => new PlannedSubnet("NAT gateways", s, SmallestSubnet)),
            .. FirewallSubnets.Select(s => new PlannedSubnet("the firewall", s, SmallestSubnet)),
        ];

        return
        [
            .. OfVpc(),
            .. subnets.Where(s => !Networks.Within(s.Range, Vpc)).Select(s => new NetworkProblem(
                s.Range, $"The subnet '{s.Range}' of {s.Of} is not within the VPC '{Vpc}'.")),
            .. subnets.Where(s => s.Range.PrefixLength > s.LongestPrefix).Select(s => new NetworkProblem(
                s.Range, $"The subnet '{s.Range}' of {s.Of} is too small: make it a /{s.LongestPrefix} or larger.")),
            .. subnets.SelectMany((one, i) => subnets.Skip(i + 1)
                .Where(other => Networks.Overlap(one.Range, other.Range))
                .Select(other => new NetworkProblem(
                    other.Range,
                    $"The subnet '{one.Range}' of {one.Of} overlaps '{other.Range}' of {other.Of}: each "
                    + "needs a range of its own."))),
            .. subnets.Where(s => Networks.Overlap(s.Range, Resolver)).Select(s => new NetworkProblem(
                s.Range,
                $"The subnet '{s.Range}' of {s.Of} holds the VPC's resolver '{Resolver.BaseAddress}', so no policy "
                + "could tell them apart: leave the first addresses of the VPC to no subnet.")),
            .. EndpointSubnets.Where(s => Room(s) < endpointSlots).Select(s => new NetworkProblem(
                s,
                $"The subnet '{s}' of endpoints has room for {Room(s)} of the {endpointSlots} endpoints: make it "
                + "larger.")),
        ];
    }

    private IEnumerable<NetworkProblem> OfVpc()
    {
        if (Networks.Public(Vpc))
        {
            yield return new(
                Vpc,
                $"The VPC '{Vpc}' is not within the private ranges, so no rule could tell it from the internet: use "
                + "a range of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.");
        }

        if (Vpc.PrefixLength is < LargestVpc or > SmallestSubnet)
        {
            yield return new(
                Vpc, $"The VPC '{Vpc}' has a prefix that AWS does not take: use /{LargestVpc} to /{SmallestSubnet}.");
        }

        if (Networks.Overlap(Vpc, Services))
        {
            yield return new(Vpc, $"The VPC '{Vpc}' overlaps the cluster's Services '{Services}': move one of them.");
        }
    }

    /// <summary>AWS also keeps a subnet's last address.</summary>
    private static long Room(IPNetwork subnet) => (1L << (32 - subnet.PrefixLength)) - FirstFreeAddress - 1;

    /// <param name="Of">What is in it.</param>
    /// <param name="Range">Its addresses.</param>
    /// <param name="LongestPrefix">
    /// The least it may be: AWS takes no less than a /28, a load balancer needs a /27, and every pod takes an address
    /// of a node's subnet.
    /// </param>
    private sealed record PlannedSubnet(string Of, IPNetwork Range, int LongestPrefix);
}
