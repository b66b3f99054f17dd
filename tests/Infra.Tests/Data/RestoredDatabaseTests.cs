using System.Collections.Immutable;
using Infra.Components.Database;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Data;

[Collection(nameof(SerialRendering))]
public sealed class RestoredDatabaseTests
{
    [Fact]
    public async Task A_copy_has_what_its_source_has_and_nothing_that_outlives_the_drill()
    {
        var copy = await SentAsync(Args("drill-1", new DateTimeOffset(2026, 11, 20, 13, 5, 0, TimeSpan.FromHours(1))));

        Assert.Equal("drill-1", copy["identifier"]);
        Assert.Equal("subnets", copy["dbSubnetGroupName"]);
        Assert.Equal("parameters", copy["parameterGroupName"]);
        Assert.Equal("sg-1", Assert.Single((ImmutableArray<object>)copy["vpcSecurityGroupIds"]));
        Assert.Equal(true, copy["multiAz"]);
        Assert.Equal(false, copy["publiclyAccessible"]);
        Assert.Equal(false, copy["deletionProtection"]);
        Assert.Equal(true, copy["skipFinalSnapshot"]);
        var source = (ImmutableDictionary<string, object>)copy["restoreToPointInTime"];
        Assert.Equal("strata-prod-postgres", source["sourceDbInstanceIdentifier"]);
        Assert.Equal("2026-11-20T12:05:00Z", source["restoreTime"]);
        Assert.False(source.ContainsKey("useLatestRestorableTime"));
        Assert.Equal(
            RestoredDatabase.Service, ((ImmutableDictionary<string, object>)copy["tags"])["service"]);
    }

    [Fact]
    public async Task Without_a_time_the_latest_there_is_is_restored()
    {
        var source = (ImmutableDictionary<string, object>)(await SentAsync(Args("drill-1", null)))[
            "restoreToPointInTime"];

        Assert.Equal(true, source["useLatestRestorableTime"]);
        Assert.False(source.ContainsKey("restoreTime"));
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

    private static async Task<ImmutableDictionary<string, object>> SentAsync(RestoredDatabaseArgs args)
    {
        var mocks = new Recorder();
        await Deployment.TestAsync(mocks, new TestOptions(), () => { _ = new RestoredDatabase("copy", args); });
        return mocks.Instance;
    }

    private sealed class Recorder : IMocks
    {
        public ImmutableDictionary<string, object> Instance { get; private set; } =
            ImmutableDictionary<string, object>.Empty;

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            if (args.Type == "aws:rds/instance:Instance")
            {
                Instance = args.Inputs;
            }

            var secret = ImmutableDictionary<string, object>.Empty
                .Add("kmsKeyId", "key").Add("secretArn", "secret").Add("secretStatus", "active");
            return Task.FromResult<(string?, object)>((args.Name, args.Inputs
                .SetItem("address", "host").SetItem("masterUserSecrets", ImmutableArray.Create<object>(secret))));
        }

        public Task<object> CallAsync(MockCallArgs args) =>
            Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
    }
}
