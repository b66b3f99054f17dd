using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;

namespace Infra.Components.Observability.Alerts;

/// <summary>An alert that belongs to no objective: what watches the watching.</summary>
/// <param name="Name">The alert's name; the runbook's page is called the same in lower-case words.</param>
/// <param name="Expression">PromQL.</param>
/// <param name="For">How long it must hold; null raises it at once.</param>
/// <param name="Severity">How loud it is where somebody is woken.</param>
/// <param name="Service">The service it is about.</param>
/// <param name="Owner">The team that is told.</param>
/// <param name="Summary">One line, without a full stop.</param>
/// <param name="Runbook">The runbook's page.</param>
public sealed record PlatformAlert(
    string Name,
    string Expression,
    PromDuration? For,
    Severity Severity,
    string Service,
    string Owner,
    string Summary,
    string Runbook)
{
    /// <summary>The alert in an environment.</summary>
    public AlertingRule In(ObservedEnvironment environment) => new(
        Name,
        Expression,
        For,
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [Labels.Environment] = environment.Name,
            [Labels.Owner] = Owner,
            [Labels.Service] = Service,
            [Labels.Severity] = Labels.Value(
                Severity is Severity.Page && !environment.Pages ? Severity.Ticket : Severity),
        },
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["runbook_url"] = environment.RunbookUrl(Runbook),
            ["summary"] = Summary,
        });
}
