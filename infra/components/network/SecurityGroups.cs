using System.Collections.Immutable;
using Infra.Components.Flows;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Network;

/// <summary>
/// The environment's security groups, without rules: <see cref="Flows.SecurityGroups.SecurityGroupRules"/> makes those
/// between them.
/// </summary>
public sealed class SecurityGroups : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the groups and all that is in them.</summary>
    public const string TypeToken = "strata:network:SecurityGroups";

    private static readonly (string Name, string Of)[] _groups =
    [
        (SecurityGroupNames.Nodes, "Worker nodes and the pods on them"),
        (SecurityGroupNames.ControlPlane, "Network interfaces of the EKS control plane"),
        (SecurityGroupNames.Database, "PostgreSQL instances"),
        (SecurityGroupNames.Endpoints, "Interface VPC endpoints"),
        (SecurityGroupNames.LoadBalancer, "Load balancer of the API"),
    ];

    /// <summary>Creates the groups.</summary>
    public SecurityGroups(string name, SecurityGroupsArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        Ids = _groups.ToImmutableDictionary(
            group => group.Name,
            group => new SecurityGroup(
                $"{name}-{group.Name}",
                new()
                {
                    Name = $"{args.Prefix}-{group.Name}",
                    Description = group.Of,
                    VpcId = args.Network.VpcId,
                    Tags = args.Tags.ToInputs(),
                },
                new() { Parent = this }).Id);
        RegisterOutputs();
    }

    /// <summary>The id of each group, by its name in <see cref="SecurityGroupNames"/>.</summary>
    public ImmutableDictionary<string, Output<string>> Ids { get; }
}
