using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.NetworkFirewall;
using Pulumi.Aws.NetworkFirewall.Inputs;

namespace Infra.Components.Network;

/// <summary>
/// Firewalls with one policy, one for each NAT gateway. A firewall of several zones costs as much, and lists its
/// endpoints in no order; one of a single zone has one endpoint, so that no route can name another zone's by mistake,
/// and every zone stands or falls alone.
/// </summary>
public sealed class NetworkFirewall : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the firewalls.</summary>
    public const string TypeToken = "strata:network:NetworkFirewall";

    private readonly string _name;
    private readonly NetworkFirewallArgs _args;

    /// <summary>Makes the firewalls.</summary>
    /// <exception cref="ArgumentException">The network has no subnets for a firewall.</exception>
    public NetworkFirewall(string name, NetworkFirewallArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        (_name, _args) = (name, args);
        if (args.Logs is not { FirewallAlerts: { } alerts, FirewallFlows: { } flows })
        {
            throw new ArgumentException(
                "A firewall was asked for in a network that has no subnets for one: plan them first.", nameof(args));
        }

        EndpointIds = [.. args.Network.FirewallSubnets.Select(subnet => Make(subnet, alerts, flows))];
        RegisterOutputs();
    }

    /// <summary>Id of each firewall's endpoint, in the order of the network's firewall subnets.</summary>
    public IReadOnlyList<Output<string>> EndpointIds { get; }

    private Output<string> Make(ZoneSubnet subnet, LogGroup alerts, LogGroup flows)
    {
        var firewall = new Firewall(
            $"{_name}-{subnet.Zone}",
            new()
            {
                Name = $"{_args.Prefix}-{subnet.Zone}",
                VpcId = _args.Network.VpcId,
                FirewallPolicyArn = _args.FirewallPolicyArn,
                SubnetMappings = new FirewallSubnetMappingArgs { SubnetId = subnet.Subnet.Id },
                DeleteProtection = _args.Protect,
                SubnetChangeProtection = _args.Protect,
                FirewallPolicyChangeProtection = _args.Protect,
                Tags = _args.Tags.ToInputs(),
            },
            new() { Parent = this });
        _ = new LoggingConfiguration(
            $"{_name}-{subnet.Zone}-logs",
            new()
            {
                FirewallArn = firewall.Arn,
                LoggingConfig = new LoggingConfigurationLoggingConfigurationArgs
                {
                    LogDestinationConfigs = [Log("ALERT", alerts), Log("FLOW", flows)],
                },
            },
            new() { Parent = this, DependsOn = { _args.Logs.Delivery } });

        return firewall.FirewallStatuses.Apply(statuses => statuses[0].SyncStates[0].Attachments[0].EndpointId);
    }

    private static LoggingConfigurationLoggingConfigurationLogDestinationConfigArgs Log(string type, LogGroup group) =>
        new()
        {
            LogType = type,
            LogDestinationType = "CloudWatchLogs",
            LogDestination = { ["logGroup"] = group.Name },
        };
}
