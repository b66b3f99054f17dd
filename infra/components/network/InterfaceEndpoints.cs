using Infra.Components.Flows;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Network;

/// <summary>
/// The services of AWS that are called, at fixed addresses in the network, under their ordinary names. There is no
/// gateway endpoint: it would answer at public addresses, which no NetworkPolicy can name, and past the firewall.
/// </summary>
public sealed class InterfaceEndpoints : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the endpoints.</summary>
    public const string TypeToken = "strata:network:InterfaceEndpoints";

    // What AWS takes without being asked leads S3's names to a gateway endpoint, and is refused where there is none.
    private static readonly Input<VpcEndpointDnsOptionsArgs> _namesInside = new VpcEndpointDnsOptionsArgs
    {
        DnsRecordIpType = "ipv4",
        PrivateDnsOnlyForInboundResolverEndpoint = false,
    };

    /// <summary>Makes the endpoints.</summary>
    /// <exception cref="ArgumentException">An endpoint has no service, or not an address in each subnet.</exception>
    public InterfaceEndpoints(string name, InterfaceEndpointsArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        foreach (var endpoint in args.Endpoints)
        {
            Make(name, endpoint, args);
        }

        RegisterOutputs();
    }

    private void Make(string name, Endpoint endpoint, InterfaceEndpointsArgs args)
    {
        var subnets = args.Network.EndpointSubnets;
        if (endpoint.Service is not { } service || endpoint.Addresses.Count != subnets.Count)
        {
            throw new ArgumentException(
                $"The endpoint '{endpoint.Name}' has {endpoint.Addresses.Count} addresses for the service "
                + $"'{endpoint.Service}': it takes a service, and an address in each of the {subnets.Count} subnets.",
                nameof(args));
        }

        _ = new VpcEndpoint(
            $"{name}-{endpoint.Name}",
            new()
            {
                VpcId = args.Network.VpcId,
                ServiceName = $"com.amazonaws.{args.Scope.Region}.{service}",
                VpcEndpointType = "Interface",
                IpAddressType = "ipv4",
                PrivateDnsEnabled = true,
                DnsOptions = service == EndpointPolicies.S3 ? _namesInside : null,
                SubnetIds = subnets.Select(subnet => subnet.Subnet.Id).ToArray(),
                SubnetConfigurations = subnets.Zip(endpoint.Addresses, (subnet, address) =>
                    new VpcEndpointSubnetConfigurationArgs
                    {
                        SubnetId = subnet.Subnet.Id,
                        Ipv4 = address.BaseAddress.ToString(),
                    }).ToArray(),
                SecurityGroupIds = { args.SecurityGroupId },
                Policy = EndpointPolicies.Of(service, args.Scope) is { } policy ? (Input<string>)policy.ToJson() : null,
                Tags = args.Tags.ToInputs(),
            },
            new() { Parent = this });
    }
}
