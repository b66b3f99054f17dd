using System.Text.Json.Nodes;
using Infra.Components.Observability.Alertmanager;
using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Dashboards;
using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;

namespace Infra.Components.Observability;

/// <summary>
/// Everything that is rendered from the declarations for one environment, as plain values: same declarations, same
/// bytes.
/// </summary>
/// <param name="Rules">Recording and alerting rules.</param>
/// <param name="Alertmanager">Alertmanager's configuration.</param>
/// <param name="Dashboards">The overview first, then a dashboard per service.</param>
public sealed record ObservabilityPlan(RuleFile Rules, JsonObject Alertmanager, IReadOnlyList<Dashboard> Dashboards)
{
    private static readonly PromDuration _interval = PromDuration.Minutes(1);

    /// <summary>Renders an environment.</summary>
    /// <param name="objectives">The objectives, in any order; valid ones, see <see cref="SloValidation"/>.</param>
    /// <param name="alerts">The alerts that belong to no objective.</param>
    /// <param name="routing">Who is told.</param>
    /// <param name="environment">The environment.</param>
    public static ObservabilityPlan Render(
        IEnumerable<ServiceLevelObjective> objectives,
        IEnumerable<PlatformAlert> alerts,
        AlertRouting routing,
        ObservedEnvironment environment)
    {
        List<ServiceLevelObjective> sorted = [.. objectives.OrderBy(o => o.Name, StringComparer.Ordinal)];
        var watching = new RuleGroup(
            "watching",
            _interval,
            [.. alerts.OrderBy(a => a.Name, StringComparer.Ordinal).Select(alert => alert.In(environment))]);
        return new(
            new([.. sorted.Select(slo => SloRules.Group(slo, environment)), watching]),
            AlertmanagerConfig.Render(routing),
            [SloDashboards.Overview(sorted, environment), .. SloDashboards.Services(sorted, environment)]);
    }
}
