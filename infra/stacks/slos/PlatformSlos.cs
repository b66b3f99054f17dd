using Infra.Components.Observability;
using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Slo;

namespace Infra.Stacks.Slos;

/// <summary>The platform's objectives and alerts: the one place in which they are declared.</summary>
public static class PlatformSlos
{
    /// <summary>The objectives, in the order in which they are declared.</summary>
    public static IReadOnlyList<ServiceLevelObjective> Objectives { get; } =
        [.. ApiSlos.All, .. WorkerSlos.All, .. EvidenceSlos.All, .. DatabaseSlos.All, .. PlatformServiceSlos.All];

    /// <summary>The alerts that belong to no objective.</summary>
    public static IReadOnlyList<PlatformAlert> Alerts { get; } = WatchingAlerts.All;

    /// <summary>The table of runbooks that <c>runbooks/README.md</c> holds.</summary>
    public static string RunbookIndex { get; } =
        Components.Observability.Alerts.RunbookIndex.Render(Objectives, Alerts);

    /// <summary>Every page that an alert points to, without <c>.md</c>, sorted.</summary>
    public static IReadOnlyList<string> RunbookPages { get; } =
    [
        .. Objectives.Select(o => o.Name).Concat(Alerts.Select(a => a.Runbook)).Append(Runbooks.Silent)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Says what is wrong with the declarations, before anything is rendered.</summary>
    /// <param name="environments">The environments there are.</param>
    /// <param name="runbookExists">Whether <c>runbooks/PAGE.md</c> exists, for each of <see
    /// cref="RunbookPages"/>.</param>
    /// <exception cref="SloException">Something is wrong; a sentence for each problem.</exception>
    public static void Check(IReadOnlyCollection<string> environments, Func<string, bool> runbookExists)
    {
        IReadOnlyList<string> problems =
        [
            .. SloValidation.Problems(Objectives, environments, Owners.All, runbookExists),
            .. RunbookPages.Except(Objectives.Select(o => o.Name)).Where(page => !runbookExists(page))
                .Select(page => $"Alerts point to 'runbooks/{page}.md', which does not exist: write it."),
        ];
        if (problems.Count > 0)
        {
            throw new SloException(problems);
        }
    }

    /// <summary>Rules, routes and dashboards of an environment.</summary>
    public static ObservabilityPlan Plan(ObservedEnvironment environment) =>
        ObservabilityPlan.Render(Objectives, Alerts, PlatformContacts.In(environment), environment);
}
