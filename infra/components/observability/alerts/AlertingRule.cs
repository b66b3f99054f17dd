using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Alerts;

/// <summary>A rule that raises an alert for what it finds.</summary>
/// <param name="Alert">The alert's name.</param>
/// <param name="Expression">PromQL; the alert is raised while it yields anything.</param>
/// <param name="For">How long it must yield first; null raises the alert at once.</param>
/// <param name="Labels">What routes decide by.</param>
/// <param name="Annotations">What people read.</param>
public sealed record AlertingRule(
    string Alert,
    string Expression,
    PromDuration? For,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Annotations)
    : Rule(Expression, Labels);
