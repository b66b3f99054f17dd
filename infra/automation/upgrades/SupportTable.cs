namespace Infra.Automation.Upgrades;

/// <summary>
/// Until when versions are supported, as their vendors said on a day. Renew it with the vendors' pages.
/// </summary>
internal static class SupportTable
{
    public const string Kubernetes = "Kubernetes on EKS";
    public const string PostgreSql = "PostgreSQL";

    /// <summary>The day on which the vendors' pages were read.</summary>
    public static DateOnly AsOf { get; } = new(2026, 11, 20);

    /// <summary>After so many days the table no longer knows enough: new versions come every four months.</summary>
    public const int FreshDays = 180;

    // EKS: https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html (1.35 and 1.36 by endoflife.date).
    // Standard support lasts 14 months, extended support 12 more, billed.
    // PostgreSQL: https://www.postgresql.org/support/versioning/, the community's last minor release. RDS goes on a few
    // months longer; whoever waits for that upgrades in a hurry.
    public static IReadOnlyList<VersionSupport> Versions { get; } =
    [
        new(Kubernetes, "1.31", new(2025, 11, 26), new(2026, 11, 26)),
        new(Kubernetes, "1.32", new(2026, 3, 23), new(2027, 3, 23)),
        new(Kubernetes, "1.33", new(2026, 7, 29), new(2027, 7, 29)),
        new(Kubernetes, "1.34", new(2026, 12, 2), new(2027, 12, 2)),
        new(Kubernetes, "1.35", new(2027, 3, 27), new(2028, 3, 27)),
        new(Kubernetes, "1.36", new(2027, 8, 2), new(2028, 8, 2)),
        new(PostgreSql, "14", new(2026, 11, 12)),
        new(PostgreSql, "15", new(2027, 11, 11)),
        new(PostgreSql, "16", new(2028, 11, 9)),
        new(PostgreSql, "17", new(2029, 11, 8)),
        new(PostgreSql, "18", new(2030, 11, 14)),
    ];

    public static VersionSupport? Find(string product, string version) =>
        Versions.FirstOrDefault(entry => entry.Product == product && entry.Version == version);
}
