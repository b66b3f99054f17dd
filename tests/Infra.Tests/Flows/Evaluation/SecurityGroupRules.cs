using System.Net;
using System.Text.Json.Nodes;

namespace Infra.Tests.Flows.Evaluation;

/// <summary>
/// Rules of security groups, read as https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html has
/// them: they only allow, they are stateful, and an end without a group of ours is not ours to guard.
/// </summary>
internal sealed class SecurityGroupRules(IEnumerable<JsonNode> ingress, IEnumerable<JsonNode> egress)
{
    private readonly Rule[] _ingress = [.. ingress.Select(Read)];
    private readonly Rule[] _egress = [.. egress.Select(Read)];

    public bool Admit(in Connection connection) =>
        !connection.To.SeenBySecurityGroups
        || (Admits(_egress, connection.From, connection.To, connection)
            && Admits(_ingress, connection.To, connection.From, connection));

    private static bool Admits(Rule[] rules, Host self, Host other, in Connection connection)
    {
        if (self.SecurityGroup is null)
        {
            return true;
        }

        foreach (var rule in rules)
        {
            if (rule.Group == self.SecurityGroup && rule.HasPort(connection) && rule.HasPeer(other))
            {
                return true;
            }
        }

        return false;
    }

    private static Rule Read(JsonNode inputs) => new(
        inputs["securityGroupId"]?.GetValue<string>() ?? throw new InvalidDataException("A rule is in no security "
            + "group."),
        inputs["ipProtocol"]?.GetValue<string>() ?? throw new InvalidDataException("A rule has no protocol."),
        (int?)inputs["fromPort"] ?? 0,
        (int?)inputs["toPort"] ?? 65535,
        inputs["referencedSecurityGroupId"]?.GetValue<string>(),
        inputs["cidrIpv4"] is { } cidr ? IPNetwork.Parse(cidr.GetValue<string>()) : null);

    private sealed record Rule(string Group, string Protocol, int From, int To, string? Peer, IPNetwork? Cidr)
    {
        /// <summary>The protocol -1 is every port of every protocol.</summary>
        public bool HasPort(in Connection connection) => Protocol is "-1"
            || (string.Equals(Protocol, connection.Protocol, StringComparison.OrdinalIgnoreCase)
                && connection.Port >= From && connection.Port <= To);

        public bool HasPeer(Host host) =>
            Peer is not null ? Peer == host.SecurityGroup : Cidr?.Contains(host.Address) is true;
    }
}
