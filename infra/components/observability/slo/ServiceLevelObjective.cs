using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Slo;

/// <summary>
/// A service level objective, declared once. Rules, alerts, dashboards and the runbook index are rendered from it.
/// </summary>
public sealed record ServiceLevelObjective
{
    /// <summary>
    /// Its name, unique on the platform: lower-case words joined by hyphens. Also the name of its runbook page.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The service it is about; one dashboard per service.</summary>
    public required string Service { get; init; }

    /// <summary>The team that is told.</summary>
    public required string Owner { get; init; }

    /// <summary>One sentence that says what users can count on.</summary>
    public required string Promise { get; init; }

    /// <summary>The share that must be good over the window, between 0 and 1, exclusive.</summary>
    public required decimal Objective { get; init; }

    /// <summary>Environments that promise something else, by name. Default: none.</summary>
    public IReadOnlyDictionary<string, decimal> ObjectiveIn { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The time the promise is about, in whole days. Default: 30 days.</summary>
    public PromDuration Window { get; init; } = PromDuration.Days(30);

    /// <summary>What is measured.</summary>
    public required Sli Sli { get; init; }

    /// <summary>How loud its alerts may get.</summary>
    public required SeverityPolicy Severity { get; init; }

    /// <summary>
    /// After how long without an event the indicator counts as silent: one of the alerts' windows. Default: 5 minutes.
    /// </summary>
    public PromDuration SilentAfter { get; init; } = PromDuration.Minutes(5);

    /// <summary>What is promised in an environment.</summary>
    public decimal ObjectiveOf(ObservedEnvironment environment) =>
        ObjectiveIn.GetValueOrDefault(environment.Promises, Objective);
}
