using System.Text;
using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;

namespace Infra.Components.Observability.Alerts;

/// <summary>The list of alerts and their runbooks, as a Markdown table.</summary>
public static class RunbookIndex
{
    /// <summary>A line per alert, sorted by name; ends with a line feed.</summary>
    public static string Render(IEnumerable<ServiceLevelObjective> objectives, IEnumerable<PlatformAlert> alerts)
    {
        var rows = objectives.SelectMany(slo => (IEnumerable<(string Alert, string Line)>)
            [
                Row(SloRules.BurnAlertName(slo), slo.Name, slo.Service, slo.Owner, Loudness(slo), Objective(slo)),
                Row(SloRules.SilentAlertName(slo), Runbooks.Silent, slo.Service, slo.Owner, Loudest(slo), "–"),
            ])
            .Concat(alerts.Select(a => Row(a.Name, a.Runbook, a.Service, a.Owner, Labels.Value(a.Severity), "–")));
        var text = new StringBuilder(
            "| alert | runbook | service | owner | in prod | objective |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (_, line) in rows.OrderBy(r => r.Alert, StringComparer.Ordinal))
        {
            text.Append(line);
        }

        return text.ToString();
    }

    private static (string Alert, string Line) Row(
        string alert, string page, string service, string owner, string loudness, string objective) =>
        (alert, $"| {alert} | [{page}]({page}.md) | {service} | {owner} | {loudness} | {objective} |\n");

    private static string Loudest(ServiceLevelObjective slo) =>
        Labels.Value(slo.Severity is SeverityPolicy.Page ? Severity.Page : Severity.Ticket);

    private static string Loudness(ServiceLevelObjective slo) =>
        slo.Severity is SeverityPolicy.Page ? "page or ticket" : "ticket";

    private static string Objective(ServiceLevelObjective slo) => string.Join(
        ", ",
        slo.ObjectiveIn.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{Percent(e.Value)} in {e.Key}")
            .Prepend($"{Percent(slo.Objective)} over {slo.Window}"));

    private static string Percent(decimal share) => $"{PromNumber.Format(share * 100)} %";
}
