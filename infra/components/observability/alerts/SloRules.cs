using System.Globalization;
using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;

namespace Infra.Components.Observability.Alerts;

/// <summary>
/// The rules of one objective in one environment. Bad events and all events are read once, over five minutes; every
/// longer window, the budget's too, is the sum of the one over the sum of the other, so quiet hours weigh no more than
/// what happened in them and nothing but two short series is read again. A ratio without events is left absent: no
/// traffic is neither good nor bad.
/// </summary>
public static class SloRules
{
    private static readonly PromDuration _interval = PromDuration.Minutes(1);

    // Longer than a pod takes to be scraped again.
    private static readonly PromDuration _silence = PromDuration.Minutes(10);

    /// <summary>The group of an objective.</summary>
    public static RuleGroup Group(ServiceLevelObjective slo, ObservedEnvironment environment)
    {
        var series = new SloSeries(slo, environment);
        return new($"slo:{slo.Name}", _interval, [.. Recordings(series), .. BurnAlerts(series), Silent(series)]);
    }

    /// <summary>The alert that is raised when the budget burns too fast.</summary>
    public static string BurnAlertName(ServiceLevelObjective slo) => $"{PromNames.Pascal(slo.Name)}BudgetBurn";

    /// <summary>The alert that is raised when the indicator cannot be computed.</summary>
    public static string SilentAlertName(ServiceLevelObjective slo) => $"{PromNames.Pascal(slo.Name)}Silent";

    private static IEnumerable<Rule> Recordings(SloSeries series)
    {
        var (slo, objective) = (series.Slo, series.Slo.ObjectiveOf(series.Environment));
        yield return Record(SloSeries.ErrorsName, slo.Sli.Errors(SloSeries.Sample));
        yield return Record(SloSeries.EventsName, slo.Sli.Events(SloSeries.Sample));
        foreach (var window in BurnRate.Windows.Append(slo.Window).Distinct())
        {
            yield return Record(SloSeries.RatioName(window), Ratio(series, window));
        }

        yield return Record(SloSeries.ObjectiveName, $"vector({PromNumber.Format(objective)})");
        yield return Record(
            SloSeries.BudgetRemainingName, $"1 - {series.Ratio(slo.Window)} / {PromNumber.Format(1 - objective)}");

        RecordingRule Record(string name, string expression) => new(name, expression, series.Labels);
    }

    private static string Ratio(SloSeries series, PromDuration window) => window == SloSeries.Sample
        ? $"{series.Errors} / ({series.Events} > 0)"
        : $"sum_over_time({series.Errors}[{window}]) / (sum_over_time({series.Events}[{window}]) > 0)";

    private static IEnumerable<AlertingRule> BurnAlerts(SloSeries series)
    {
        var slo = series.Slo;
        var budget = PromNumber.Format(1 - slo.ObjectiveOf(series.Environment));
        foreach (var burn in BurnRate.All)
        {
            var factor = PromNumber.Format(burn.Factor(slo.Window));
            yield return new(
                BurnAlertName(slo),
                $"{series.Ratio(burn.LongWindow)} > {factor} * {budget}\n"
                    + $"and\n{series.Ratio(burn.ShortWindow)} > {factor} * {budget}\n",
                For: null,
                AlertLabels(series, Loudness(series, burn.Urgent), (Labels.Burn, burn.LongWindow.ToString())),
                Annotations(
                    series,
                    slo.Name,
                    $"{slo.Service}: the error budget of {slo.Name} burns {factor} times too fast",
                    $"{slo.Promise} Over the last {burn.LongWindow} and the last {burn.ShortWindow} more than {factor} "
                        + $"times the share that the objective of {Percent(slo.ObjectiveOf(series.Environment))} over "
                        + $"{slo.Window} allows was bad; at this speed {Percent(burn.BudgetShare)} of the budget is "
                        + $"gone every {burn.LongWindow}."));
        }
    }

    /// <summary>
    /// A service that is wholly down exposes nothing, so its ratios end and no burn is seen: silence is as loud as the
    /// fastest burn.
    /// </summary>
    private static AlertingRule Silent(SloSeries series)
    {
        var slo = series.Slo;
        return new(
            SilentAlertName(slo),
            $"absent({series.Ratio(slo.SilentAfter)})",
            _silence,
            AlertLabels(series, Loudness(series, urgent: true)),
            Annotations(
                series,
                Runbooks.Silent,
                $"{slo.Service}: nothing is known about {slo.Name}",
                $"{slo.Promise} For {slo.SilentAfter} there was no event, or nobody could count them, so whether it is "
                    + "kept is not known."));
    }

    private static Severity Loudness(SloSeries series, bool urgent) =>
        urgent && series.Environment.Pages && series.Slo.Severity is SeverityPolicy.Page
            ? Severity.Page
            : Severity.Ticket;

    private static SortedDictionary<string, string> AlertLabels(
        SloSeries series, Severity severity, params (string, string)[] more)
    {
        var labels = new SortedDictionary<string, string>(series.Labels.ToDictionary(), StringComparer.Ordinal)
        {
            [Labels.Owner] = series.Slo.Owner,
            [Labels.Severity] = Labels.Value(severity),
        };
        foreach (var (name, value) in more)
        {
            labels[name] = value;
        }

        return labels;
    }

    private static SortedDictionary<string, string> Annotations(
        SloSeries series, string runbook, string summary, string description) =>
        new(StringComparer.Ordinal)
        {
            ["dashboard"] = Dashboards.DashboardUid.Of(series.Environment, series.Slo.Service),
            ["description"] = description,
            ["runbook_url"] = series.Environment.RunbookUrl(runbook),
            ["summary"] = summary,
        };

    private static string Percent(decimal share) =>
        string.Create(CultureInfo.InvariantCulture, $"{PromNumber.Format(share * 100)} %");
}
