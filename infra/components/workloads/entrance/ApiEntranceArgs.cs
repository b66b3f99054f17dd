using Infra.Components.Flows;
using Infra.Components.Tagging;

namespace Infra.Components.Workloads.Entrance;

/// <summary>Arguments of <see cref="ApiEntrance"/>.</summary>
public sealed class ApiEntranceArgs : ResourceArgs
{
    /// <summary>The name that people and programs call.</summary>
    public required Input<string> HostName { get; init; }

    /// <summary>Id of the DNS zone that the name is in.</summary>
    public required Input<string> ZoneId { get; init; }

    /// <summary>Id of the VPC.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>Ids of the load balancers' subnets, one in each zone.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>Id of the security group of load balancers.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The workload behind it, whose Service has its name.</summary>
    public required Workload Workload { get; init; }

    /// <summary>The workload's port.</summary>
    public required Port Port { get; init; }

    /// <summary>Whether AWS refuses to delete the load balancer.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>The tags of everything in the component.</summary>
    public required StandardTags Tags { get; init; }
}
