using System.Net;

namespace Infra.Components.Flows.Catalogue;

/// <summary>The addresses of one environment, as far as flows depend on them.</summary>
public sealed record NetworkPlan
{
    /// <summary>AWS keeps the first four addresses of a subnet.</summary>
    private const int FirstFreeAddress = 4;

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

    /// <summary>A sentence for each thing that is wrong.</summary>
    /// <param name="endpointSlots">How many interface endpoints there are.</param>
    internal IEnumerable<string> Problems(int endpointSlots)
    {
        (string Of, IPNetwork Range)[] subnets =
        [
            .. LoadBalancerSubnets.Select(s => ("load balancers", s)), .. NodeSubnets.Select(s => ("nodes", s)),
            .. ControlPlaneSubnets.Select(s => ("the control plane", s)),
            .. EndpointSubnets.Select(s => ("endpoints", s)), .. DatabaseSubnets.Select(s => ("databases", s)),
        ];

        return
        [
            .. Networks.Public(Vpc)
                ? [$"The VPC '{Vpc}' is not within the private ranges, so no rule could tell it from the internet: use "
                    + "a range of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10."]
                : Array.Empty<string>(),
            .. Networks.Overlap(Vpc, Services)
                ? [$"The VPC '{Vpc}' overlaps the cluster's Services '{Services}': move one of them."]
                : Array.Empty<string>(),
            .. subnets.Where(s => !Networks.Within(s.Range, Vpc)).Select(s =>
                $"The subnet '{s.Range}' of {s.Of} is not within the VPC '{Vpc}'."),
            .. subnets.SelectMany((one, i) => subnets.Skip(i + 1)
                .Where(other => Networks.Overlap(one.Range, other.Range))
                .Select(other => $"The subnet '{one.Range}' of {one.Of} overlaps '{other.Range}' of {other.Of}: each "
                    + "needs a range of its own.")),
            .. subnets.Where(s => Networks.Overlap(s.Range, Resolver)).Select(s =>
                $"The subnet '{s.Range}' of {s.Of} holds the VPC's resolver '{Resolver.BaseAddress}', so no policy "
                    + "could tell them apart: leave the first addresses of the VPC to no subnet."),
            .. EndpointSubnets.Where(s => Room(s) < endpointSlots).Select(s =>
                $"The subnet '{s}' of endpoints has room for {Room(s)} of the {endpointSlots} endpoints: make it "
                    + "larger."),
        ];
    }

    /// <summary>AWS also keeps a subnet's last address.</summary>
    private static long Room(IPNetwork subnet) => (1L << (32 - subnet.PrefixLength)) - FirstFreeAddress - 1;
}
