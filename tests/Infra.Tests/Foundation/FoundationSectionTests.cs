using System.Net;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;

namespace Infra.Tests.Foundation;

public sealed class FoundationSectionTests
{
    private static string Prod { get; } = File.ReadAllText(Path.Combine(FoundationGraph.Folder.Path, "prod.yaml"));

    /// <summary>What is replaced, by what, and what the error must say.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "vpc: 10.40.0.0/16", "vpc: 10.40.0/16", "'foundation.vpc' is '10.40.0/16'; allowed is an IPv4 network" },
        { "vpc: 10.40.0.0/16", "vpc: 10.40.0.1/16", "'foundation.vpc' is '10.40.0.1/16'; allowed is an IPv4 network "
            + "that starts at its own first address" },
        { "vpc: 10.40.0.0/16", "vpc: fd00::/64", "'foundation.vpc' is 'fd00::/64'; allowed is an IPv4 network" },
        { "vpc: 10.40.0.0/16", "vpc: 10.0.0.0/8", "The VPC '10.0.0.0/8' has a prefix that AWS does not take: use /16 "
            + "to /28." },
        { "vpc: 10.40.0.0/16", "vpc: 52.40.0.0/16", "The VPC '52.40.0.0/16' is not within the private ranges" },
        { "vpc: 10.40.0.0/16", "vpc: 10.41.0.0/16", "The subnet '10.40.1.0/24' of load balancers is not within the VPC "
            + "'10.41.0.0/16'." },
        { "[10.40.16.0/24,", "[10.40.1.0/25,", "The subnet '10.40.1.0/24' of load balancers overlaps '10.40.1.0/25' of "
            + "databases: each needs a range of its own." },
        { "[10.40.16.0/24,", "[10.40.0.0/28,", "The subnet '10.40.0.0/28' of databases holds the VPC's resolver "
            + "'10.40.0.2'" },
        { "[10.40.16.0/24,", "[10.40.16.0/29,", "The subnet '10.40.16.0/29' of databases is too small: make it a /28 "
            + "or larger." },
        { "[10.40.1.0/24,", "[10.40.1.0/28,", "The subnet '10.40.1.0/28' of load balancers is too small: make it a "
            + "/27 or larger." },
        { "[10.40.9.0/27,", "[10.40.9.0/28,", "The subnet '10.40.9.0/28' of endpoints has room for 11 of the 15" },
        { "[10.40.11.0/28,", "[10.40.10.0/28,", "The subnet '10.40.10.0/28' of NAT gateways overlaps '10.40.10.0/28' "
            + "of the firewall" },
        { "[10.40.16.0/24, 10.40.17.0/24,", "[10.40.16.0/24,", "'isolated' has 2 entries; allowed is 3: one for each "
            + "availability zone." },
        { "[10.40.16.0/24, 10.40.17.0/24,", "[10.40.16.0/24, 10.40.300.0/24,", "An entry of "
            + "'foundation.subnets.isolated' is '10.40.300.0/24'; allowed is an IPv4 network" },
        { "[10.40.16.0/24, 10.40.17.0/24,", "[10.40.16.0/24, 10.40.16.0/24,", "has '10.40.16.0/24' twice" },
        { "nat: per-zone", "nat: single", "'natSubnets' has 3 entries; allowed is 1: one for each NAT gateway, as "
            + "'nat' says." },
        { "nat: per-zone", "nat: singel", "'foundation.egress.nat' is 'singel'; allowed is one of single, per-zone. "
            + "Did you mean 'single'?" },
        { "availabilityZones: [a, b, c]", "availabilityZones: [a, b]", "'availabilityZones' has 2 entries; allowed is "
            + "3: the platform stands in three." },
        { "availabilityZones: [a, b, c]", "availabilityZones: [a, b, eu-central-1c]", "An entry of "
            + "'foundation.availabilityZones' is 'eu-central-1c'; allowed is the letter of an availability zone." },
        { "[login.example.com]", "[https://login.example.com]", "An entry of 'foundation.egress.identityProviders' is "
            + "'https://login.example.com'; allowed is a host name" },
        { "dnsZone: strata", "dnsZone: .strata", "'foundation.dnsZone' is '.strata.example.com'; allowed is a domain" },
        { "logRetention: 400 days", "logRetention: 1 year", "'foundation.logRetention' is '1 year'; CloudWatch keeps "
            + "logs for 1, 3, 5," },
        { "clients: [0.0.0.0/0]", "clients: [0.0.0.0]", "An entry of 'foundation.clients' is '0.0.0.0'" },
        { "clients: [0.0.0.0/0]", "clients: [10.40.64.0/24]", "cannot be told apart by the platform's policies" },
        { "clients:", "client:", "'client' is not a key of 'foundation'" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_place_and_what_to_do(string right, string wrong, string expected)
    {
        Assert.Contains(right, Prod);
        var exception = Assert.Throws<EnvironmentFileException>(() => EnvironmentFile.Read(
            "prod.yaml", "prod", Prod.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(expected, exception.Message);
        Assert.All(exception.Problems, problem => Assert.True(problem is { Line: > 0, Column: > 0 }));
    }

    [Fact]
    public void A_problem_between_two_subnets_is_at_the_second_one()
    {
        var text = Prod.Replace("[10.40.16.0/24,", "[10.40.1.0/25,", StringComparison.Ordinal);
        var exception = Assert.Throws<EnvironmentFileException>(() => EnvironmentFile.Read("prod.yaml", "prod", text));

        var problem = Assert.Single(exception.Problems);
        var line = text.Split('\n')[(int)problem.Line - 1];
        Assert.StartsWith("10.40.1.0/25", line[(int)(problem.Column - 1)..], StringComparison.Ordinal);
    }

    [Fact]
    public void No_environments_addresses_overlap_anothers()
    {
        (string Environment, IPNetwork Vpc)[] networks =
        [
            .. from name in FoundationGraph.Folder.Names
               let foundation = FoundationGraph.Folder.Read(name).Foundation
               where foundation is not null
               select (name, foundation.Plan.Vpc),
        ];
        Assert.Equal(3, networks.Length);
        Assert.Empty(
            from one in networks
            from other in networks
            where string.CompareOrdinal(one.Environment, other.Environment) < 0
                && (one.Vpc.Contains(other.Vpc.BaseAddress) || other.Vpc.Contains(one.Vpc.BaseAddress))
            select $"{one} {other}");
    }

    [Fact]
    public void An_environment_without_the_section_has_no_such_layer()
    {
        var local = FoundationGraph.Folder.Read("local");
        Assert.Null(local.Foundation);
        Assert.Throws<UnknownLayerException>(() => LayerRegistry.Select(LayerRegistry.Foundation, local));
    }
}
