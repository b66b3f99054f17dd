using System.Text.RegularExpressions;
using Infra.Components.Backup;
using Infra.Components.Database;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Data;

/// <summary>Reads the section <c>data</c> of an environment file.</summary>
internal static partial class DataSection
{
    private const int OldestVersion = 15; // The first whose parameters all of ours are.
    private const int NewestVersion = 17;
    private const int MostStorage = 65_536; // GiB, for gp3.
    private const int MostRecoveryDays = 35; // What RDS keeps.
    private const int LongestInsights = 731;
    private const int InsightsMonth = 31;
    private const int FewestGraceDays = 3;
    private const int HundredYears = 36_500; // What a vault's lock takes.

    private static readonly int[] _monitoring = [1, 5, 10, 15, 30, 60];

    private static readonly int[] _logDays =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    private static readonly Dictionary<string, int> _days = new()
    {
        ["mon"] = 0,
        ["tue"] = 1,
        ["wed"] = 2,
        ["thu"] = 3,
        ["fri"] = 4,
        ["sat"] = 5,
        ["sun"] = 6,
    };

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section; null where the environment has none.</param>
    /// <param name="protect">Whether the environment protects what holds data.</param>
    public static DataSettings? Read(YamlSection? section, bool protect)
    {
        if (section is null)
        {
            return null;
        }

        var database = section.Section("database");
        var backups = section.Section("backups");
        var version = database.Number("version", OldestVersion, NewestVersion);
        var shared = Size(database, "data.database", protect);
        var care = Care(database, protect);
        var secrets = database.Period("secretRecovery", 7, 30).Days;
        database.Done();
        var vaultLock = Lock(backups, protect);
        var daily = Kept(backups, "daily", vaultLock);
        var monthly = Kept(backups, "monthly", vaultLock);
        backups.Done();
        var tenants = section.Section("dedicatedTenants")
            .Named(Tenant(), "a tenant: 2 to 20 lower-case letters, digits and hyphens, starting with a letter")
            .ToDictionary(tenant => tenant.Key, tenant => Dedicated(tenant.Key, tenant.Value, protect));
        section.Done();
        return new(version, shared, care, secrets, vaultLock, daily, monthly, tenants);
    }

    private static InstanceSize Dedicated(string tenant, YamlSection section, bool protect)
    {
        var size = Size(section, $"data.dedicatedTenants.{tenant}", protect);
        section.Done();
        return size;
    }

    private static InstanceSize Size(YamlSection section, string path, bool protect)
    {
        var size = new InstanceSize(
            section.Text("instanceClass", InstanceClass(), "a class of RDS instances such as 'db.m7g.large'"),
            section.Number("storageGb", 20, MostStorage),
            section.Number("maximumStorageGb", 20, MostStorage),
            section.Flag("multiZone"));
        if (size.MaximumStorageGb * 10L < size.StorageGb * 11L)
        {
            section.Wrong("maximumStorageGb", $"'{path}.maximumStorageGb' is '{size.MaximumStorageGb}'; allowed is at "
                + $"least a tenth more than 'storageGb', which is '{size.StorageGb}': RDS refuses less.");
        }

        if (protect && !size.MultiZone)
        {
            section.Wrong("multiZone", $"'{path}.multiZone' is 'false'; allowed is true where 'protect' is true: an "
                + "environment whose data is protected outlives a zone.");
        }

        return size;
    }

    private static InstanceCare Care(YamlSection section, bool protect)
    {
        var day = section.OneOf("maintenanceDay", _days);
        var recovery = section.Period("recovery", 1, MostRecoveryDays).Days;
        var remote = section.Period("remoteRecovery", 1, MostRecoveryDays).Days;
        var insights = section.Period("insights", 7, LongestInsights);
        if (insights.Days is not (7 or LongestInsights or 0) && insights.Days % InsightsMonth != 0)
        {
            section.Wrong("insights", $"'data.database.insights' is '{insights}'; allowed is 7 days, a multiple of "
                + $"{InsightsMonth} days such as '465 days', or {LongestInsights} days: AWS takes no other.");
        }

        return new(
            _days.FirstOrDefault(entry => entry.Value == day).Key ?? "",
            recovery,
            remote,
            insights.Days,
            OneOf(section, "monitoringSeconds", section.Number("monitoringSeconds", 1, 60), _monitoring),
            OneOf(section, "logs", section.Period("logs", 1, _logDays[^1]).Days, _logDays),
            DeletionProtection: protect);
    }

    private static VaultLock Lock(YamlSection section, bool protect)
    {
        var minimum = section.Period("minimum", 1, HundredYears);
        var maximum = section.Period("maximum", 1, HundredYears);
        int? grace = section.Keys.Contains("lockAfter")
            ? section.Period("lockAfter", FewestGraceDays, HundredYears).Days
            : null;
        if (maximum.Count > 0 && maximum.Days < minimum.Days)
        {
            section.Wrong("maximum", $"'data.backups.maximum' is '{maximum}'; allowed is 'minimum', which is "
                + $"'{minimum}', or more.");
        }

        if (protect && grace is null)
        {
            section.Wrong("minimum", "'data.backups.lockAfter' is missing; allowed is a period where 'protect' is "
                + "true: without it, whoever has the right to may take the lock off.");
        }

        return new(minimum.Days, maximum.Days, grace);
    }

    /// <summary>The vault refuses a backup that is to be kept shorter or longer than its lock says.</summary>
    private static int Kept(YamlSection section, string key, VaultLock vaultLock)
    {
        var kept = section.Period(key, 1, HundredYears);
        if (kept.Count > 0 && (kept.Days < vaultLock.MinimumDays || kept.Days > vaultLock.MaximumDays))
        {
            section.Wrong(key, $"'data.backups.{key}' is '{kept}'; allowed is {vaultLock.MinimumDays} to "
                + $"{vaultLock.MaximumDays} days, as 'minimum' and 'maximum' say: the vault refuses the rest.");
        }

        return kept.Days;
    }

    private static int OneOf(YamlSection section, string key, int value, int[] allowed)
    {
        if (value > 0 && !allowed.Contains(value)) // Nothing at all is a problem already.
        {
            section.Wrong(key, $"'data.database.{key}' is '{value}'; allowed is one of {string.Join(", ", allowed)}: "
                + "AWS takes no other.");
        }

        return value;
    }

    [GeneratedRegex(@"\Adb\.[a-z][a-z0-9-]*\.(micro|small|medium|large|[0-9]*xlarge)\z")]
    private static partial Regex InstanceClass();

    [GeneratedRegex(@"\A[a-z](-?[a-z0-9]){1,19}\z")]
    private static partial Regex Tenant();
}
