using Infra.Components.Flows;
using Infra.Tests.Flows.Evaluation;

namespace Infra.Tests.Flows;

/// <summary>Every party against every other on every known port: open if and only if declared.</summary>
internal sealed class Matrix(FlowModel model, Site site, Guards guards)
{
    private static readonly string[] Anything = ["other"];
    private static readonly string[] Tls = ["tls", "other"];
    private static readonly string[] Http = ["http", "other"];

    private readonly HashSet<(string, string, int, string, string)> _declared =
    [
        .. model.Flows.Select(f => (f.From.Name, f.To.Name, f.Port.Number, f.Port.Protocol, Application(f))),
    ];

    private readonly (int Number, string Protocol)[] _ports =
        [.. model.Parties.SelectMany(p => p.Ports).Select(p => (p.Number, p.Protocol)).Distinct()];

    /// <summary>Declared flows that something on the way closes.</summary>
    public IEnumerable<string> Closed() =>
        from flow in model.Flows
        from caller in site.Parties.Where(h => h.Name == flow.From.Name)
        from called in site.Parties.Where(h => h.Name == flow.To.Name)
        let verdict = guards.Judge(new(caller, called, flow.Port.Number, flow.Port.Protocol, Application(flow)))
        where !verdict.Open
        select $"{flow} is declared, and closed by {verdict}";

    /// <summary>
    /// Ways from or to a pod that nobody declared and that are open end to end, or that the policy of one end admits
    /// though something else on the way does not.
    /// </summary>
    /// <param name="about">Judges only the pairs that this host is in; all where it is null.</param>
    public IEnumerable<string> Opened(Func<Host, bool>? about = null)
    {
        Host[] hosts = [.. site.Parties, .. site.Strangers];
        return
            from caller in hosts
            from called in hosts
            where (caller.IsPod || called.IsPod) && (about is null || about(caller) || about(called))
            from connection in Undeclared(caller, called)
            let found = Fault(connection)
            where found is not null
            select found;
    }

    /// <summary>Ways between a party and a pod that only looks like another party.</summary>
    public IEnumerable<string> OpenedToImpostors() =>
        from party in site.Parties
        from impostor in site.Impostors
        from connection in Undeclared(impostor, party).Concat(Undeclared(party, impostor))
        where guards.Judge(connection).Open
        select $"{Describe(connection)} is open";

    /// <summary>What is open though not declared where no end is a pod, so that security groups alone decide.</summary>
    public IEnumerable<string> OpenedBetweenAddresses() => (
        from caller in site.Parties
        from called in site.Parties
        where !caller.IsPod && !called.IsPod && caller.SecurityGroup is not null && called.SeenBySecurityGroups
        from connection in Undeclared(caller, called)
        where guards.Judge(connection).Open
        select Describe(connection)).Distinct();

    private IEnumerable<Connection> Undeclared(Host caller, Host called) =>
        from port in _ports
        from application in called.Domain is null ? Anything : Applications(port.Number)
        where !_declared.Contains((caller.Name, called.Name, port.Number, port.Protocol, application))
        select new Connection(caller, called, port.Number, port.Protocol, application);

    /// <summary>
    /// What a port is for. A domain list is bound to no port: TLS on 80 or HTTP on 443 is a known gap.
    /// </summary>
    private static string[] Applications(int port) => port switch { 443 => Tls, 80 => Http, _ => Anything };

    private string? Fault(Connection connection)
    {
        var verdict = guards.Judge(connection);
        return verdict switch
        {
            { Open: true } => $"{Describe(connection)} is not declared, and open",
            { CallerPolicy: true } when connection.From.IsPod && !CallsThatAddress(connection) =>
                $"{Describe(connection)} is not declared, and the caller could try it",
            { CalleePolicy: true } when connection.To.IsPod && !IsCalledFromThatAddress(connection) =>
                $"{Describe(connection)} is not declared, and the callee would take it",
            _ => null,
        };
    }

    /// <summary>
    /// Who may call nodes may try their pods, which share the nodes' subnets; the pod's own policy refuses.
    /// </summary>
    private bool CallsThatAddress(Connection c) => model.Flows.Any(f =>
        f.From.Name == c.From.Name && SamePort(f, c)
        && (IsAt(f.To, c.To) || (f.To is ExternalDomain && c.To.OnTheInternet)));

    private bool IsCalledFromThatAddress(Connection c) =>
        model.Flows.Any(f => f.To.Name == c.To.Name && SamePort(f, c) && IsAt(f.From, c.From));

    /// <summary>A range that is wider than any private one stands for its public part.</summary>
    private static bool IsAt(Party party, Host host) => party is Endpoint endpoint && endpoint.Addresses.Any(a =>
        a.Contains(host.Address) && (a.PrefixLength >= 8 || host.OnTheInternet));

    private static bool SamePort(Flow flow, Connection connection) =>
        flow.Port.Number == connection.Port && flow.Port.Protocol == connection.Protocol;

    private static string Application(Flow flow) => flow.To is not ExternalDomain ? "other"
        : flow.Port.Name == ExternalDomain.Https ? "tls" : "http";

    private static string Describe(Connection c) => c.To.Domain is null
        ? $"{c.From.Name} -> {c.To.Name} : {c.Port}/{c.Protocol}"
        : $"{c.From.Name} -> {c.To.Name} : {c.Port}/{c.Protocol} ({c.Application})";
}
