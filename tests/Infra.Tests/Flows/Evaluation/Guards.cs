using System.Collections.Concurrent;

namespace Infra.Tests.Flows.Evaluation;

/// <summary>Judges connections by rendered artefacts alone; it knows nothing of the model they came from.</summary>
internal sealed class Guards(Artefacts artefacts, Enforcing enforcing)
{
    private readonly NetworkPolicy[] _policies = [.. artefacts.Policies.Select(p => new NetworkPolicy(p))];
    private readonly SecurityGroupRules _groups = new(artefacts.Ingress, artefacts.Egress);
    private readonly DomainFirewall _firewall = new(artefacts.FirewallPolicy, artefacts.RuleGroups);
    private readonly ConcurrentDictionary<Host, NetworkPolicy[]> _selecting = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _namespaces = new();

    public Verdict Judge(in Connection connection) => new(
        !connection.From.IsPod || CallerPolicy(connection),
        !connection.To.IsPod || CalleePolicy(connection),
        _groups.Admit(connection),
        _firewall.Admits(connection));

    private bool CallerPolicy(in Connection connection)
    {
        var isolated = enforcing is Enforcing.Strict;
        foreach (var policy in Selecting(connection.From))
        {
            isolated |= policy.IsolatesEgress;
            if (policy.AdmitsEgress(connection, Labels))
            {
                return true;
            }
        }

        return !isolated || enforcing is Enforcing.Off;
    }

    private bool CalleePolicy(in Connection connection)
    {
        var isolated = enforcing is Enforcing.Strict;
        foreach (var policy in Selecting(connection.To))
        {
            isolated |= policy.IsolatesIngress;
            if (policy.AdmitsIngress(connection, Labels))
            {
                return true;
            }
        }

        return !isolated || enforcing is Enforcing.Off;
    }

    private NetworkPolicy[] Selecting(Host pod) =>
        _selecting.GetOrAdd(pod, p => Array.FindAll(_policies, policy => policy.Selects(p)));

    /// <summary>The API server puts this label on every namespace, and nobody may change it.</summary>
    private IReadOnlyDictionary<string, string> Labels(string name) =>
        _namespaces.GetOrAdd(name, n => new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = n });
}
