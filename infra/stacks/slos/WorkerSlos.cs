using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;
using Infra.Stacks.Slos.Metrics;

namespace Infra.Stacks.Slos;

/// <summary>The worker and the Temporal server behind it.</summary>
internal static class WorkerSlos
{
    private static readonly LabelMatcher _frontend = LabelMatcher.Is("service_name", "frontend");

    public static IReadOnlyList<ServiceLevelObjective> All { get; } =
    [
        new()
        {
            Name = "worker-task-success",
            Service = "worker",
            Owner = Owners.Evidence,
            Promise = "Work that is handed to the worker succeeds, after retries at the latest.",
            Objective = 0.995m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.95m },
            Sli = new EventSli(
                [TemporalMetrics.ActivityFail.All, TemporalMetrics.ActivityTimeout.All],
                [
                    TemporalMetrics.ActivitySuccess.All,
                    TemporalMetrics.ActivityFail.All,
                    TemporalMetrics.ActivityTimeout.All,
                ]),
            Severity = SeverityPolicy.Page,
            SilentAfter = PromDuration.Hours(6), // The schedules run several times in six hours.
        },
        new()
        {
            Name = "worker-schedule-to-start",
            Service = "worker",
            Owner = Owners.Evidence,
            Promise = "A worker takes up scheduled work within five seconds.",
            Objective = 0.99m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.95m },
            Sli = new LatencySli(TemporalMetrics.ScheduleToStart.All, Within: 5m),
            Severity = SeverityPolicy.Ticket,
            SilentAfter = PromDuration.Hours(6),
        },
        new()
        {
            Name = "temporal-availability",
            Service = "temporal",
            Owner = Owners.Platform,
            Promise = "Temporal's frontend answers without an error of its own.",
            Objective = 0.999m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.99m, ["staging"] = 0.995m },
            Sli = new EventSli(
                [TemporalMetrics.ServiceErrors.Where(_frontend)], [TemporalMetrics.ServiceRequests.Where(_frontend)]),
            // Workers poll all the time, so five quiet minutes mean that nobody answers.
            Severity = SeverityPolicy.Page,
        },
    ];
}
