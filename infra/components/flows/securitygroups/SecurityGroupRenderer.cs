namespace Infra.Components.Flows.SecurityGroups;

/// <summary>
/// Renders declared flows to security group rules, on both ends. Pods share their node's group: what a pod may reach,
/// its node and the group's other members may reach as far as security groups go. The policies tell pods apart.
/// </summary>
public static class SecurityGroupRenderer
{
    /// <summary>Longest description that EC2 takes.</summary>
    private const int MostCharacters = 255;

    /// <summary>The rules, each once, by name.</summary>
    public static IReadOnlyList<SecurityGroupRule> Render(FlowModel model) =>
    [
        .. model.Flows.Where(f => f.To is not Endpoint { BeyondSecurityGroups: true })
            .SelectMany(f => Out(f).Concat(In(f)).Select(r => (Rule: r, Called: f.To.Name)))
            .GroupBy(x => x.Rule)
            .Select(g => g.Key with { Description = Describe(g.Select(x => x.Called)) })
            .OrderBy(r => r.Group, StringComparer.Ordinal)
            .ThenBy(r => r.Direction)
            .ThenBy(r => r.Port)
            .ThenBy(r => r.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<SecurityGroupRule> Out(Flow flow) => flow.From.Group is { } group
        ? Peers(flow.To).Select(peer => Rule(group, Direction.Egress, peer, flow))
        : [];

    private static IEnumerable<SecurityGroupRule> In(Flow flow) => flow.To.Group is { } group
        ? Peers(flow.From).Select(peer => Rule(group, Direction.Ingress, peer, flow))
        : [];

    private static SecurityGroupRule Rule(string group, Direction direction, RulePeer peer, Flow flow) =>
        new(group, direction, peer, flow.Port.Number, flow.Port.Transport, "");

    /// <summary>A group where the party has one, so that the rule follows its members; else its addresses.</summary>
    private static IEnumerable<RulePeer> Peers(Party party) => party switch
    {
        { Group: { } group } => [new GroupPeer(group)],
        Endpoint endpoint => endpoint.Addresses.Select(a => new CidrPeer(a)),
        ExternalDomain => [new CidrPeer(Networks.Any)],
        _ => throw new InvalidOperationException(
            $"The party '{party.Name}' is a '{party.GetType().Name}', which no rule can name: teach this renderer."),
    };

    private static string Describe(IEnumerable<string> called)
    {
        var text = "To " + string.Join(", ", called.Distinct().Order(StringComparer.Ordinal));
        return text.Length <= MostCharacters ? text : text[..(MostCharacters - 3)] + "...";
    }
}
