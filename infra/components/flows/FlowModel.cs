namespace Infra.Components.Flows;

/// <summary>
/// Who may call what: the one source that NetworkPolicies, security group rules, the firewall's allow-list and the page
/// for people are rendered from. Closed by default.
/// </summary>
public sealed class FlowModel
{
    /// <summary>Takes declarations and refuses those that the platform could not enforce as written.</summary>
    /// <exception cref="FlowModelException">With a sentence for each problem.</exception>
    public FlowModel(IEnumerable<Party> parties, IEnumerable<Flow> flows)
    {
        Parties = [.. parties.OrderBy(p => p.Name, StringComparer.Ordinal)];
        Flows =
        [
            .. flows.OrderBy(f => f.From.Name, StringComparer.Ordinal)
                .ThenBy(f => f.To.Name, StringComparer.Ordinal)
                .ThenBy(f => f.Port.Number)
                .ThenBy(f => f.Port.Transport),
        ];

        string[] problems = [.. PartyChecks.Of(Parties), .. FlowChecks.Of(this), .. Distinguishable.Check(this)];
        if (problems.Length > 0)
        {
            throw new FlowModelException(problems);
        }
    }

    /// <summary>All parties, by name.</summary>
    public IReadOnlyList<Party> Parties { get; }

    /// <summary>All declared flows, by caller, callee and port.</summary>
    public IReadOnlyList<Flow> Flows { get; }

    /// <summary>The parties that are pods.</summary>
    public IEnumerable<Workload> Workloads => Parties.OfType<Workload>();
}
