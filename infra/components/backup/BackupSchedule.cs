namespace Infra.Components.Backup;

/// <summary>
/// When backups are made and tested, as AWS's cron expressions in UTC. A backup of RDS must start more than an hour
/// after the instance's own backup window and before its maintenance, or AWS Backup drops the job.
/// </summary>
public static class BackupSchedule
{
    /// <summary>Every day: within an hour of 03:00, and done by 05:00.</summary>
    public const string Daily = "cron(0 3 * * ? *)";

    /// <summary>The first day of each month.</summary>
    public const string Monthly = "cron(0 3 1 * ? *)";

    /// <summary>A restore each Tuesday, when people are there to read what came of it.</summary>
    public const string RestoreTest = "cron(0 8 ? * TUE *)";

    /// <summary>Minutes within which a job must have started.</summary>
    public const int StartMinutes = 60;

    /// <summary>Minutes within which a job must be done, from its scheduled time on.</summary>
    public const int CompletionMinutes = 180;

    /// <summary>Hours within which a restore test starts.</summary>
    public const int TestStartHours = 1;

    /// <summary>Days back from which a test takes the latest backup: one of the last two.</summary>
    public const int TestWindowDays = 2;

    /// <summary>Hours for which a test's copy is kept for validation.</summary>
    public const int ValidationHours = 4;
}
