using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;
using Infra.Stacks.Slos.Metrics;

namespace Infra.Stacks.Slos;

internal static class DatabaseSlos
{
    // A day and two hours for the job itself.
    private static readonly PromDuration _backupEvery = PromDuration.Hours(26);

    public static IReadOnlyList<ServiceLevelObjective> All { get; } =
    [
        new()
        {
            Name = "postgresql-availability",
            Service = "postgresql",
            Owner = Owners.Data,
            Promise = "Every PostgreSQL instance accepts connections.",
            Objective = 0.9995m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.99m, ["staging"] = 0.995m },
            Sli = new ConditionSli($"min({PostgresMetrics.Up}) == bool 1"),
            Severity = SeverityPolicy.Page,
        },
        new()
        {
            Name = "postgresql-backup-freshness",
            Service = "postgresql",
            Owner = Owners.Data,
            Promise = "A backup of PostgreSQL was completed within the last 26 hours.",
            Objective = 0.99m,
            Sli = CompletedOne(CloudWatchMetrics.BackupJobsCompleted),
            Severity = SeverityPolicy.Ticket,
            SilentAfter = PromDuration.Hours(1),
        },
        new()
        {
            Name = "postgresql-backup-replication",
            Service = "postgresql",
            Owner = Owners.Data,
            Promise = "A backup of PostgreSQL was copied to the second region within the last 26 hours.",
            Objective = 0.99m,
            Sli = CompletedOne(CloudWatchMetrics.CopyJobsCompleted),
            Severity = SeverityPolicy.Ticket,
            SilentAfter = PromDuration.Hours(1),
        },
    ];

    /// <summary>
    /// Looking back a day would hide for a day that nothing is exposed any more, so it must be exposed now as well.
    /// </summary>
    private static ConditionSli CompletedOne(Metric jobs)
    {
        var ofRds = jobs.Where(CloudWatchMetrics.OfRds);
        return new($"sum(max_over_time({ofRds}[{_backupEvery}])) > bool 0 and count({ofRds})");
    }
}
