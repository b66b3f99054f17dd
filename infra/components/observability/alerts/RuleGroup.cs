using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Alerts;

/// <summary>
/// Rules that are evaluated together and in order, so that a rule may read what one above it has stored.
/// </summary>
/// <param name="Name">Unique name.</param>
/// <param name="Interval">How often.</param>
/// <param name="Rules">The rules, in order.</param>
public sealed record RuleGroup(string Name, PromDuration Interval, IReadOnlyList<Rule> Rules)
{
    /// <summary>Most rules of a group: what Cortex, and Amazon Managed Prometheus on it, takes by default.</summary>
    public const int MostRules = 20;
}
