using System.Text.Json.Nodes;
using Infra.Components.Temporal;
using Infra.Components.Temporal.Values;

namespace Infra.Tests.Charts;

/// <summary>The traps of Temporal's chart that no schema can see.</summary>
public sealed class TemporalTrapTests
{
    private static JsonObject Values { get; } = SampleCharts.Temporal(3);

    [Fact]
    public void Trap_2_an_address_with_a_colon_in_the_host_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => SqlStore.Address("2001:db8::1", 5432));
        Assert.Contains("'2001:db8::1'", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Trap 6: whatever file the configuration names is mounted, at the server and at the jobs.</summary>
    [Theory]
    [InlineData("server", "server/config/persistence")]
    [InlineData("server", "server/config/tls")]
    [InlineData("admintools", "server/config/persistence")]
    [InlineData("admintools", "admintools/additionalEnv")]
    [InlineData("web", "web/additionalEnv")]
    public void Trap_6_every_file_that_is_named_is_mounted(string pods, string where)
    {
        var files = Texts(Values.At(where)).Where(text => text.StartsWith('/')).Distinct().ToList();
        var mounts = (Values.At($"{pods}/additionalVolumeMounts")?.AsArray() ?? [])
            .Select(mount => (Name: (string?)mount?["name"], Path: (string?)mount?["mountPath"])).ToList();
        var volumes = (Values.At($"{pods}/additionalVolumes")?.AsArray() ?? [])
            .Select(volume => (string?)volume?["name"]).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains(mounts, mount => Path.GetDirectoryName(file) == mount.Path));
        Assert.Equal(volumes, mounts.Select(mount => mount.Name));
    }

    [Fact]
    public void Both_stores_are_verified_in_full()
    {
        foreach (var store in (string[])["default", "visibility"])
        {
            var tls = Values.At($"server/config/persistence/datastores/{store}/sql/tls");
            Assert.True((bool?)tls?["enabled"]);
            Assert.True((bool?)tls?["enableHostVerification"]);
            Assert.Equal("db.example.eu-central-1.rds.amazonaws.com", (string?)tls?["serverName"]);
        }
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(500, false)]
    [InlineData(512, true)]
    [InlineData(0, false)]
    [InlineData(-512, false)]
    [InlineData(32_768, false)]
    public void Shards_are_a_power_of_two_within_bounds(int count, bool allowed) =>
        Assert.Equal(allowed, HistoryShards.Allowed(count));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
