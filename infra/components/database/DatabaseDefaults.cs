namespace Infra.Components.Database;

/// <summary>What every PostgreSQL instance has alike, whichever environment it is in.</summary>
public static class DatabaseDefaults
{
    /// <summary>The port, as the declared flows have it.</summary>
    public const int Port = 5432;

    /// <summary>What AWS calls the engine.</summary>
    public const string Engine = "postgres";

    /// <summary>Name of the master user. RDS makes its password, keeps it secret and changes it weekly.</summary>
    public const string MasterUser = "postgres_admin";

    /// <summary>The authority that signs the instance's certificate; valid until 2061.</summary>
    public const string CertificateAuthority = "rds-ca-rsa2048-g1";

    /// <summary>AWS moves no instance to a version whose support costs extra.</summary>
    public const string LifecycleSupport = "open-source-rds-extended-support-disabled";

    /// <summary>The tag <c>service</c> of what is backed up. A restored copy has another one.</summary>
    public const string Service = "postgresql";

    /// <summary>Encrypted like any other storage, with its throughput apart from its size.</summary>
    public const string StorageType = "gp3";

    /// <summary>Days of Performance Insights from which Database Insights may be <c>advanced</c>.</summary>
    public const int AdvancedInsightsDays = 465;

    /// <summary>
    /// When the instance's own daily snapshot is taken, UTC. AWS Backup refuses to start within an hour of it, or of
    /// maintenance; see <see cref="Backup.BackupSchedule"/>.
    /// </summary>
    public const string BackupWindow = "00:30-01:30";

    /// <summary>The logs that leave the instance, each to a group of its own.</summary>
    public static IReadOnlyList<string> Logs { get; } = ["postgresql", "upgrade"];

    /// <summary>The hour of maintenance on its day of the week, UTC.</summary>
    public static string MaintenanceWindow(string day) => $"{day}:06:00-{day}:07:00";
}
