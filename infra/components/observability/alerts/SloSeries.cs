using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;

namespace Infra.Components.Observability.Alerts;

/// <summary>The series that the rules of an objective store, as rules and dashboards ask for them.</summary>
/// <param name="Slo">The objective.</param>
/// <param name="Environment">The environment.</param>
public sealed record SloSeries(ServiceLevelObjective Slo, ObservedEnvironment Environment)
{
    /// <summary>What one sample of <see cref="Errors"/> and <see cref="Events"/> covers.</summary>
    public static PromDuration Sample { get; } = PromDuration.Minutes(5);

    /// <summary>Bad events per second.</summary>
    public static string ErrorsName => $"slo:sli_errors:rate{Sample}";

    /// <summary>Events per second.</summary>
    public static string EventsName => $"slo:sli_events:rate{Sample}";

    /// <summary>The promised share.</summary>
    public const string ObjectiveName = "slo:objective:ratio";

    /// <summary>The share of the budget that is left; below zero the promise is broken.</summary>
    public const string BudgetRemainingName = "slo:error_budget_remaining:ratio";

    /// <summary>The share of bad events over a window.</summary>
    public static string RatioName(PromDuration window) => $"slo:sli_error:ratio_rate{window}";

    /// <summary>The labels of every one of them.</summary>
    public IReadOnlyDictionary<string, string> Labels => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [Alerts.Labels.Environment] = Environment.Name,
        [Alerts.Labels.Service] = Slo.Service,
        [Alerts.Labels.Slo] = Slo.Name,
    };

    /// <summary>Selects <see cref="ErrorsName"/>.</summary>
    public string Errors => Select(ErrorsName);

    /// <summary>Selects <see cref="EventsName"/>.</summary>
    public string Events => Select(EventsName);

    /// <summary>Selects <see cref="BudgetRemainingName"/>.</summary>
    public string BudgetRemaining => Select(BudgetRemainingName);

    /// <summary>Selects <see cref="RatioName"/>.</summary>
    public string Ratio(PromDuration window) => Select(RatioName(window));

    private string Select(string name)
    {
        var environment = LabelMatcher.Is(Alerts.Labels.Environment, Environment.Name);
        var slo = LabelMatcher.Is(Alerts.Labels.Slo, Slo.Name);
        return $"{name}{{{environment},{slo}}}";
    }
}
