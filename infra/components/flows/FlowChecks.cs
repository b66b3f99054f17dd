using System.Text.RegularExpressions;

namespace Infra.Components.Flows;

/// <summary>What each flow must be, with the limits of the VPC CNI.</summary>
internal static partial class FlowChecks
{
    /// <summary>Most port and protocol combinations that the VPC CNI keeps for one address range of a pod.</summary>
    /// <remarks>https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html, considerations.</remarks>
    private const int MostPortsForOnePeer = 24;

    public static IEnumerable<string> Of(FlowModel model) =>
    [
        .. model.Flows.SelectMany(f => Of(f, model)),
        .. model.Flows.GroupBy(f => (f.From.Name, f.To.Name, f.Port)).Where(g => g.Count() > 1).Select(g =>
            $"The flow '{g.First()}' is declared {g.Count()} times: keep one, with one reason."),
        .. model.Workloads.SelectMany(w => Crowded(w, "call", model.Flows.Where(f => f.From == w), f => f.To)),
        .. model.Workloads.SelectMany(w => Crowded(w, "be called by", model.Flows.Where(f => f.To == w), f => f.From)),
    ];

    private static IEnumerable<string> Of(Flow flow, FlowModel model)
    {
        foreach (var party in new[] { flow.From, flow.To }.Where(p => !model.Parties.Contains(p)).Distinct())
        {
            yield return $"The flow '{flow}' names '{party.Name}', which is not among the parties: declare it.";
        }

        if (!flow.To.Ports.Contains(flow.Port))
        {
            yield return $"The flow '{flow}' names a port that '{flow.To.Name}' does not have: it has "
                + $"{(flow.To.Ports.Count == 0 ? "none" : string.Join(", ", flow.To.Ports))}.";
        }

        if (!Sentence().IsMatch(flow.Reason))
        {
            yield return $"The flow '{flow}' has the reason '{flow.Reason}': say why in one sentence.";
        }

        if (string.IsNullOrWhiteSpace(flow.Owner))
        {
            yield return $"The flow '{flow}' has no owner: name the team that answers for it.";
        }

        if (flow.From is ExternalDomain)
        {
            yield return $"The flow '{flow}' starts at a domain, and nothing knows a caller by its domain: declare an "
                + "endpoint with the caller's addresses.";
        }

        if (flow.To is Endpoint { OnTheInternet: true })
        {
            yield return $"The flow '{flow}' leads to public addresses, and the firewall passes domains only: declare "
                + $"'{flow.To.Name}' as an external domain.";
        }

        if (flow.From is not Workload && flow.To is not Workload && !SecurityGroupsSee(flow))
        {
            yield return $"The flow '{flow}' touches neither a pod nor a security group, so nothing would enforce it: "
                + "leave it out, or give one end a security group.";
        }

        // The CNI sees the Service's port where the caller's packet leaves its pod, and the pod's port is what it
        // allows.
        if (flow.From is Workload && flow.To is Workload && flow.Port.ServicePort != flow.Port.Number)
        {
            yield return $"The flow '{flow}' goes through a Service on port {flow.Port.ServicePort}, and the VPC CNI "
                + $"allows the container's port only: make the Service's port {flow.Port.Number}.";
        }
    }

    private static bool SecurityGroupsSee(Flow flow) =>
        (flow.From.Group ?? flow.To.Group) is not null && flow is not { To: Endpoint { BeyondSecurityGroups: true } };

    private static IEnumerable<string> Crowded(
        Workload self, string verb, IEnumerable<Flow> flows, Func<Flow, Party> other)
    {
        Flow[] all = [.. flows];
        return
            from peer in all.Select(other).Distinct()
            let ports = all.Where(f => Distinguishable.ShareAddresses(other(f), peer))
                .Select(f => (f.Port.Number, f.Port.Transport)).Distinct().Count()
            where ports > MostPortsForOnePeer
            select $"The workload '{self.Name}' may {verb} '{peer.Name}' on {ports} ports, and the VPC CNI keeps "
                + $"{MostPortsForOnePeer} for one address range: declare fewer, or split the workload.";
    }

    [GeneratedRegex(@"^\p{Lu}.{8,}\.$")]
    private static partial Regex Sentence();
}
