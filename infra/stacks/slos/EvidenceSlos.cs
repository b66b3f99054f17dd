using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;
using Infra.Stacks.Slos.Metrics;

namespace Infra.Stacks.Slos;

internal static class EvidenceSlos
{
    private const decimal ReplicatedWithinSeconds = 900; // What S3 Replication Time Control promises: fifteen minutes.

    public static IReadOnlyList<ServiceLevelObjective> All { get; } =
    [
        new()
        {
            Name = "evidence-append-success",
            Service = "evidence",
            Owner = Owners.Evidence,
            Promise = "Evidence that is well-formed is accepted.",
            Objective = 0.999m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.99m },
            Sli = new EventSli(
                [StrataMetrics.Appends.Where(LabelMatcher.Is("outcome", "failed"))], [StrataMetrics.Appends.All]),
            Severity = SeverityPolicy.Page,
            SilentAfter = PromDuration.Hours(6),
        },
        new()
        {
            Name = "evidence-append-latency",
            Service = "evidence",
            Owner = Owners.Evidence,
            Promise = "Evidence is acknowledged, locked and read back, within ten seconds.",
            Objective = 0.99m,
            Sli = new LatencySli(StrataMetrics.AppendDuration.All, Within: 10m),
            Severity = SeverityPolicy.Ticket,
            SilentAfter = PromDuration.Hours(6),
        },
        new()
        {
            Name = "custody-freshness",
            Service = "evidence",
            Owner = Owners.Evidence,
            Promise = "Every locked object was observed within the last 26 hours, a day and two hours of grace.",
            Objective = 0.99m,
            Sli = ConditionSli.Newer(StrataMetrics.OldestObservation.All, PromDuration.Hours(26)),
            Severity = SeverityPolicy.Ticket,
            SilentAfter = PromDuration.Minutes(30),
        },
        new()
        {
            Name = "ledger-checkpoint-freshness",
            Service = "evidence",
            Owner = Owners.Evidence,
            Promise = "The ledger's newest checkpoint is younger than fifteen minutes.",
            Objective = 0.995m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.95m },
            Sli = ConditionSli.Newer(StrataMetrics.Checkpoint.All, PromDuration.Minutes(15)),
            Severity = SeverityPolicy.Page,
        },
        new()
        {
            Name = "evidence-replication",
            Service = "evidence",
            Owner = Owners.Platform,
            Promise = "The second region has every object within fifteen minutes.",
            Objective = 0.99m,
            // What is not a number compares false to everything and would be taken for a failure, so it is left out
            // first.
            Sli = new ConditionSli($"max({CloudWatchMetrics.ReplicationLatency} >= 0) <= bool "
                + $"{PromNumber.Format(ReplicatedWithinSeconds)}"),
            Severity = SeverityPolicy.Ticket,
            SilentAfter = PromDuration.Hours(1),
        },
    ];
}
