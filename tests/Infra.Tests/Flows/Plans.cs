using System.Net;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;

namespace Infra.Tests.Flows;

/// <summary>Addresses for an environment, as prod might have them.</summary>
internal static class Plans
{
    public static NetworkPlan Prod { get; } = new()
    {
        Vpc = IPNetwork.Parse("10.40.0.0/16"),
        LoadBalancerSubnets = Three("10.40.1.0/24", "10.40.2.0/24", "10.40.3.0/24"),
        NodeSubnets = Three("10.40.64.0/19", "10.40.96.0/19", "10.40.128.0/19"),
        ControlPlaneSubnets = Three("10.40.8.0/28", "10.40.8.16/28", "10.40.8.32/28"),
        EndpointSubnets = Three("10.40.9.0/27", "10.40.9.32/27", "10.40.9.64/27"),
        DatabaseSubnets = Three("10.40.16.0/24", "10.40.17.0/24", "10.40.18.0/24"),
        IdentityProviders = ["login.example.com"],
        TimestampAuthorities = ["tsa.example.org", ".timestamps.example.net"],
    };

    public static FlowModel ProdFlows { get; } = PlatformFlows.Declare(Prod);

    public static Site ProdSite { get; } = new(ProdFlows, Prod.NodeSubnets[0]);

    private static IPNetwork[] Three(params string[] ranges) => [.. ranges.Select(r => IPNetwork.Parse(r))];
}
