using System.Text.Json.Nodes;
using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;
using static Infra.Components.Observability.Dashboards.DashboardJson;

namespace Infra.Components.Observability.Dashboards;

/// <summary>
/// The dashboards of an environment's objectives: what is good, what is left of the budget, how fast it burns.
/// </summary>
public static class SloDashboards
{
    private const int TilesPerLine = 4;
    private const int TileHeight = 4;
    private const int ChartHeight = 8;

    /// <summary>All objectives on one page: the budget that is left and, below, who burns it.</summary>
    public static Dashboard Overview(IReadOnlyList<ServiceLevelObjective> objectives, ObservedEnvironment environment)
    {
        const int TileWidth = Width / TilesPerLine;
        var lines = (objectives.Count + TilesPerLine - 1) / TilesPerLine;
        var tiles = objectives.Select((slo, index) => Budget(
            new SloSeries(slo, environment),
            slo.Name,
            Position(index % TilesPerLine * TileWidth, index / TilesPerLine * TileHeight, TileWidth, TileHeight)));
        var burns = Panel(
            "timeseries",
            "Burn rate over 1h (1 just uses up the budget)",
            "none",
            Position(0, lines * TileHeight, Width, ChartHeight),
            Steps("green", (1, "red")),
            [.. objectives.Select(slo => (Burn(new(slo, environment), PromDuration.Hours(1)), slo.Name))]);
        return Dashboard(DashboardUid.Overview(environment), $"SLO overview, {environment.Name}", [.. tiles, burns]);
    }

    /// <summary>A page for each service, in the order of their names.</summary>
    public static IEnumerable<Dashboard> Services(
        IReadOnlyList<ServiceLevelObjective> objectives, ObservedEnvironment environment) =>
        from slo in objectives
        group slo by slo.Service into service
        orderby service.Key
        select Service(service.Key, [.. service], environment);

    private static Dashboard Service(
        string service, IReadOnlyList<ServiceLevelObjective> objectives, ObservedEnvironment environment)
    {
        const int SectionHeight = 1 + TileHeight + ChartHeight;
        return Dashboard(
            DashboardUid.Of(environment, service),
            $"SLO {service}, {environment.Name}",
            objectives.SelectMany((slo, index) => Section(new SloSeries(slo, environment), index * SectionHeight)));
    }

    private static IEnumerable<JsonObject> Section(SloSeries series, int top)
    {
        var slo = series.Slo;
        var objective = slo.ObjectiveOf(series.Environment);
        var charts = top + 1 + TileHeight;
        yield return Row(slo.Name, top);
        yield return Markdown(
            $"{slo.Promise}\n\nObjective **{PromNumber.Format(objective * 100)} %** over {slo.Window}, owned by "
                + $"**{slo.Owner}**. [Runbook]({series.Environment.RunbookUrl(slo.Name)})",
            Position(0, top + 1, 12, TileHeight));
        yield return Budget(series, "Error budget left", Position(12, top + 1, 12, TileHeight));
        yield return Panel(
            "timeseries",
            "Good",
            "percentunit",
            Position(0, charts, 12, ChartHeight),
            Steps("red", (objective, "green")),
            [(Good(series, PromDuration.Hours(1)), "1h"), (Good(series, slo.Window), slo.Window.ToString())]);
        yield return Panel(
            "timeseries",
            "Burn rate (1 just uses up the budget)",
            "none",
            Position(12, charts, 12, ChartHeight),
            Steps("green", BurnRate.All.Reverse().Select(b => (b.Factor(slo.Window), b.Urgent ? "red" : "orange"))),
            [.. BurnRate.Windows.Select(window => (Burn(series, window), window.ToString()))]);
    }

    private static JsonObject Budget(SloSeries series, string title, JsonObject position) => Panel(
        "stat",
        title,
        "percentunit",
        position,
        Steps("red", (0, "orange"), (0.25m, "green")),
        (series.BudgetRemaining, "left"));

    private static string Good(SloSeries series, PromDuration window) => $"1 - {series.Ratio(window)}";

    private static string Burn(SloSeries series, PromDuration window) =>
        $"{series.Ratio(window)} / {PromNumber.Format(1 - series.Slo.ObjectiveOf(series.Environment))}";
}
