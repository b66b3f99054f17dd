using Aws = Pulumi.Aws;

namespace Infra.Components.Flows.SecurityGroups;

/// <summary>
/// The rules of an environment's security groups. The groups must have no rules of their own, as a group made without
/// inline rules has none.
/// </summary>
public sealed class SecurityGroupRules : ComponentResource
{
    /// <summary>
    /// Type token. Part of every child URN: changing it replaces the rules, and closes every way for a moment.
    /// </summary>
    public const string TypeToken = "strata:flows:SecurityGroupRules";

    /// <summary>Makes the rules.</summary>
    /// <exception cref="ArgumentException">A flow touches a group whose id is not given.</exception>
    public SecurityGroupRules(string name, SecurityGroupRulesArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        foreach (var rule in SecurityGroupRenderer.Render(args.Flows))
        {
            Make($"{name}-{rule.Name}", rule, args);
        }

        RegisterOutputs();
    }

    private void Make(string name, SecurityGroupRule rule, SecurityGroupRulesArgs args)
    {
        var group = Id(rule.Group, args);
        var peerGroup = rule.Peer is GroupPeer peer ? Id(peer.Group, args) : null;
        var cidr = rule.Peer is CidrPeer range ? (Input<string>)range.Cidr.ToString() : null;
        var protocol = rule.Transport.ToString().ToLowerInvariant();
        var options = new CustomResourceOptions { Parent = this };

        _ = rule.Direction switch
        {
            Direction.Ingress => (CustomResource)new Aws.Vpc.SecurityGroupIngressRule(name, new()
            {
                SecurityGroupId = group,
                ReferencedSecurityGroupId = peerGroup,
                CidrIpv4 = cidr,
                IpProtocol = protocol,
                FromPort = rule.Port,
                ToPort = rule.Port,
                Description = rule.Description,
                Tags = args.Tags.ToInputs(),
            }, options),
            Direction.Egress => new Aws.Vpc.SecurityGroupEgressRule(name, new()
            {
                SecurityGroupId = group,
                ReferencedSecurityGroupId = peerGroup,
                CidrIpv4 = cidr,
                IpProtocol = protocol,
                FromPort = rule.Port,
                ToPort = rule.Port,
                Description = rule.Description,
                Tags = args.Tags.ToInputs(),
            }, options),
            _ => throw new InvalidOperationException($"The rule '{rule.Name}' has no direction: teach this component."),
        };
    }

    private static Input<string> Id(string group, SecurityGroupRulesArgs args) =>
        args.GroupIds.TryGetValue(group, out var id) ? id : throw new ArgumentException(
            $"The declared flows touch the security group '{group}', whose id is not given: add it to "
            + $"'{nameof(args.GroupIds)}'.", nameof(args));
}
