namespace Infra.Components.Flows;

/// <summary>
/// A policy knows a party outside the cluster by its addresses alone. Parties at the same addresses must therefore be
/// declared alike: a model that says more than the platform can enforce is refused.
/// </summary>
internal static class Distinguishable
{
    public static IEnumerable<string> Check(FlowModel model) =>
        Found(model, f => f.From, f => f.To).Concat(Found(model, f => f.To, f => f.From));

    /// <summary>Whether a policy that admits one party's addresses admits an address of the other.</summary>
    public static bool ShareAddresses(Party one, Party other) => (one, other) switch
    {
        _ when one.Name == other.Name => true,
        (Endpoint a, Endpoint b) => a.Addresses.Any(x => b.Addresses.Any(y =>
            Networks.Overlap(x, y) && Networks.Public(x) == Networks.Public(y))),
        (ExternalDomain, ExternalDomain) => true,
        (Endpoint a, ExternalDomain) => a.OnTheInternet,
        (ExternalDomain, Endpoint b) => b.OnTheInternet,
        _ => false,
    };

    private static IEnumerable<string> Found(FlowModel model, Func<Flow, Party> pod, Func<Flow, Party> outside) =>
        from flow in model.Flows
        where pod(flow) is Workload && outside(flow) is not Workload
        from twin in model.Parties
        where twin.Name != outside(flow).Name && ShareAddresses(outside(flow), twin) && !FirewallTells(flow, twin)
        where !model.Flows.Any(f =>
            pod(f).Name == pod(flow).Name && outside(f).Name == twin.Name && SamePort(f.Port, flow.Port))
        select $"The flow '{flow}' would also open the port to or from '{twin.Name}', which shares addresses with "
            + $"'{outside(flow).Name}': give one of them addresses of its own, or declare the same flow for both.";

    /// <summary>On the internet the firewall passes names on its list only, each by TLS or by HTTP.</summary>
    private static bool FirewallTells(Flow flow, Party twin) =>
        flow.To is ExternalDomain && !(twin is ExternalDomain && twin.Ports.Any(p => SamePort(p, flow.Port)));

    private static bool SamePort(Port one, Port other) =>
        (one.Number, one.Transport) == (other.Number, other.Transport);
}
