using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Infra.Stacks.Policies;

namespace Infra.Automation.Policies;

/// <summary>Checks a graph against every rule.</summary>
public static class PolicyCheck
{
    /// <summary>Checks an environment.</summary>
    /// <param name="graph">All of its layers: rules look from one into another.</param>
    /// <param name="environment">What it declares.</param>
    /// <param name="suppressions">What somebody answers for.</param>
    /// <param name="today">The day, in UTC; a suppression covers its last day whole.</param>
    /// <param name="layer">The only layer whose findings are wanted; null for all.</param>
    public static PolicyReport Run(
        Graph graph,
        EnvironmentSettings environment,
        IReadOnlyList<Suppression> suppressions,
        DateOnly today,
        string? layer = null)
    {
        var stacks = graph.Layers.Where(candidate => layer is null || candidate.Layer == layer).ToList();
        var findings = Findings(graph, environment)
            .Where(finding => stacks.Any(stack => stack.Stack == finding.Stack))
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Urn, StringComparer.Ordinal)
            .ThenBy(finding => finding.Path, StringComparer.Ordinal)
            .ToList();
        var inForce = suppressions.Where(suppression => suppression.Expires >= today).ToList();
        var suppressed = findings
            .SelectMany(finding => inForce
                .Where(suppression => suppression.Covers(finding.RuleId, finding.Place))
                .Take(1)
                .Select(suppression => new SuppressedFinding(finding, suppression)))
            .ToList();
        var used = inForce.Where(s => findings.Any(finding => s.Covers(finding.RuleId, finding.Place))).ToHashSet();
        var concerned = suppressions.Where(s => stacks.Any(stack => s.Concerns(stack.Stack))).ToList();
        return new(
            graph.Environment,
            [.. stacks.Select(stack => stack.Layer)],
            stacks.Sum(stack => stack.Resources.Count(resource => !resource.Component)),
            [.. PolicyCatalogue.Rules.Select(rule => rule.Id)],
            [.. findings.Except(suppressed.Select(pair => pair.Finding))],
            [.. suppressed],
            [.. concerned.Where(suppression => suppression.Expires < today)],
            [.. concerned.Where(suppression => suppression.Expires >= today && !used.Contains(suppression))]);
    }

    /// <summary>Every finding, suppressed or not.</summary>
    internal static IEnumerable<PolicyFinding> Findings(Graph graph, EnvironmentSettings environment)
    {
        var context = new PolicyContext(graph, environment);
        var stacks = graph.Layers
            .SelectMany(layer => layer.Resources.Select(resource => (resource.Urn, layer.Stack)))
            .ToDictionary(pair => pair.Urn, pair => pair.Stack);
        return
            from rule in PolicyCatalogue.Rules
            from breach in rule.Find(context)
            let resource = breach.Resource
            select new PolicyFinding(
                rule, stacks[resource.Urn], resource.Urn, resource.Type, resource.Name, breach.Path, breach.Found);
    }
}
