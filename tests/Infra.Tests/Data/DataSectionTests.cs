using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Data;

public sealed class DataSectionTests
{
    private static string Prod { get; } =
        File.ReadAllText(Path.Combine(Checkout.PathOf("infra/stacks/environments"), "prod.yaml"));

    /// <summary>What is replaced, by what, and what the error must say.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "version: 17", "version: 12", "'data.database.version' is '12'; allowed is a whole number from 15 to 17" },
        { "instanceClass: db.r7g.xlarge", "instanceClass: r8g.xlarge", "'data.database.instanceClass' is 'r8g.xlarge'; "
            + "allowed is a class of RDS instances such as 'db.m7g.large'" },
        { "instanceClass: db.m7g.large", "instanceClass: db.m7g.lrge", "'data.dedicatedTenants.meridian.instanceClass' "
            + "is 'db.m7g.lrge'" },
        { "storageGb: 200", "storageGb: 10", "'data.database.storageGb' is '10'; allowed is a whole number from 20" },
        { "maximumStorageGb: 2000", "maximumStorageGb: 210", "'data.database.maximumStorageGb' is '210'; allowed is at "
            + "least a tenth more than 'storageGb', which is '200'" },
        { "multiZone: true\n    maintenanceDay", "multiZone: false\n    maintenanceDay",
            "'data.database.multiZone' is 'false'; allowed is true where 'protect' is true" },
        { "maintenanceDay: sun", "maintenanceDay: sunday", "'data.database.maintenanceDay' is 'sunday'; allowed is one "
            + "of mon, tue" },
        { "    recovery: 35 days", "    recovery: 36 days", "'data.database.recovery' is '36 days' (36 days)" },
        { "    recovery: 35 days", "    recovery: 0 days", "'data.database.recovery' is '0 days'" },
        { "remoteRecovery: 35 days", "remoteRecovery: 90 days", "'data.database.remoteRecovery' is '90 days'" },
        { "insights: 465 days", "insights: 400 days", "'data.database.insights' is '400 days'; allowed is 7 days, a "
            + "multiple of 31 days such as '465 days', or 731 days" },
        { "monitoringSeconds: 15", "monitoringSeconds: 20", "'data.database.monitoringSeconds' is '20'; allowed is one "
            + "of 1, 5, 10, 15, 30, 60" },
        { "logs: 400 days", "logs: 395 days", "'data.database.logs' is '395'; allowed is one of 1, 3, 5" },
        { "secretRecovery: 30 days", "secretRecovery: 31 days", "'data.database.secretRecovery' is '31 days'" },
        { "lockAfter: 14 days", "lockAfter: 2 days", "'data.backups.lockAfter' is '2 days'" },
        { "    lockAfter: 14 days\n", "", "'data.backups.lockAfter' is missing; allowed is a period where 'protect' is "
            + "true" },
        { "daily: 35 days", "daily: 6 days", "'data.backups.daily' is '6 days'; allowed is 7 to 3653 days" },
        { "monthly: 7 years", "monthly: 11 years", "'data.backups.monthly' is '11 years'; allowed is 7 to 3653 days" },
        { "maximum: 10 years\n    lockAfter", "maximum: 1 day\n    lockAfter", "'data.backups.maximum' is '1 day'; "
            + "allowed is 'minimum', which is '7 days', or more" },
        { "    meridian:", "    Meridian Ltd:", "A key of 'data.dedicatedTenants' is 'Meridian Ltd'; allowed is a "
            + "tenant: 2 to 20 lower-case letters" },
        { "    monitoringSeconds: 15", "    monitoringSecond: 15", "Did you mean 'monitoringSeconds'?" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_place_and_what_is_allowed(string right, string wrong, string expected)
    {
        Assert.Contains(right, Prod);
        var exception = Assert.Throws<EnvironmentFileException>(() => EnvironmentFile.Read(
            "prod.yaml", "prod", Prod.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(expected, exception.Message);
        Assert.All(exception.Problems, problem => Assert.True(problem is { Line: > 0, Column: > 0 }));
    }

    [Fact]
    public void An_environment_without_the_section_has_no_layer() =>
        Assert.Null(EnvironmentFile.Read("prod.yaml", "prod", Prod[..Prod.IndexOf("\ndata:", StringComparison.Ordinal)])
            .Data);
}
