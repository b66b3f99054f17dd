namespace Infra.Components.Database;

/// <summary>How a PostgreSQL instance is kept and watched.</summary>
/// <param name="MaintenanceDay">Day of the week on which AWS may patch it: <c>mon</c> to <c>sun</c>.</param>
/// <param name="RecoveryDays">Days back to which it can be restored to the second.</param>
/// <param name="RemoteRecoveryDays">The same in the replica region.</param>
/// <param name="InsightsDays">Days for which Performance Insights keeps what it saw.</param>
/// <param name="MonitoringSeconds">Seconds between two measurements of its operating system.</param>
/// <param name="LogDays">Days for which its logs are kept.</param>
/// <param name="DeletionProtection">Whether AWS refuses to delete it.</param>
public sealed record InstanceCare(
    string MaintenanceDay,
    int RecoveryDays,
    int RemoteRecoveryDays,
    int InsightsDays,
    int MonitoringSeconds,
    int LogDays,
    bool DeletionProtection);
