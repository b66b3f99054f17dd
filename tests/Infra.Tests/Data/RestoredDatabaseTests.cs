using System.Text.Json;
using Infra.Automation.Json;
using Infra.Components.Database;

namespace Infra.Tests.Data;

[Collection(nameof(SerialRendering))]
public sealed class RestoredDatabaseTests
{
    [Fact]
    public async Task A_copy_has_what_its_source_has_and_nothing_that_outlives_the_drill()
    {
        var copy = await SentAsync(Args("drill-1", new DateTimeOffset(2026, 11, 20, 13, 5, 0, TimeSpan.FromHours(1))));

        Assert.Equal("drill-1", copy.Text("identifier"));
        Assert.Equal("subnets", copy.Text("dbSubnetGroupName"));
        Assert.Equal("parameters", copy.Text("parameterGroupName"));
        Assert.Equal("sg-1", copy.Items("vpcSecurityGroupIds").Single().GetString());
        Assert.True(copy.GetProperty("multiAz").GetBoolean());
        Assert.False(copy.GetProperty("publiclyAccessible").GetBoolean());
        Assert.False(copy.GetProperty("deletionProtection").GetBoolean());
        Assert.True(copy.GetProperty("skipFinalSnapshot").GetBoolean());
        var source = copy.GetProperty("restoreToPointInTime");
        Assert.Equal("strata-prod-postgres", source.Text("sourceDbInstanceIdentifier"));
        Assert.Equal("2026-11-20T12:05:00Z", source.Text("restoreTime"));
        Assert.False(source.TryGetProperty("useLatestRestorableTime", out _));
        Assert.Equal(RestoredDatabase.Service, copy.GetProperty("tags").Text("service"));
    }

    [Fact]
    public async Task Without_a_time_the_latest_there_is_is_restored()
    {
        var source = (await SentAsync(Args("drill-1", null))).GetProperty("restoreToPointInTime");

        Assert.True(source.GetProperty("useLatestRestorableTime").GetBoolean());
        Assert.False(source.TryGetProperty("restoreTime", out _));
    }

    [Fact]
    public async Task A_copy_that_is_called_as_its_source_is_refused()
    {
        var failure = await Record.ExceptionAsync(() => SentAsync(Args("strata-prod-postgres", null)));

        Assert.NotNull(failure);
        Assert.Contains(
            "The copy of the database 'strata-prod-postgres' is called as its source", failure.ToString(),
            StringComparison.Ordinal);
    }

    private static RestoredDatabaseArgs Args(string identifier, DateTimeOffset? time) => new()
    {
        Identifier = identifier,
        SourceIdentifier = "strata-prod-postgres",
        RestoreTime = time,
        InstanceClass = "db.r7g.xlarge",
        MultiZone = true,
        SubnetGroupName = "subnets",
        ParameterGroupName = "parameters",
        SecurityGroupId = "sg-1",
        SecretKeyArn = "key",
        Tags = new("prod", "data", "postgresql", "platform", "4711", "confidential"),
    };

    private static Task<JsonElement> SentAsync(RestoredDatabaseArgs args) =>
        SentResources.OneAsync("aws:rds/instance:Instance", () => new RestoredDatabase("copy", args));
}
