using System.Text.Json;
using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Configuration;

[Collection(DeploymentCollection.Name)]
public class ConfigTests
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [Fact]
    public async Task Settings_are_found_under_the_name_that_is_the_projects_by_default()
    {
        using var settings = new EnvironmentConfig(("project:key", "a"), ("aws:region", "b"), ("other:config:key", "c"));
        await Run.PreviewAsync(() =>
        {
            Assert.Equal("a", new Config().Get("key"));
            Assert.Equal("a", new Config("project:config").Require("key"));
            Assert.Equal("b", new Config("aws").Get("region"));
            Assert.Equal("c", new Config("other").Get("key"));
            Assert.Null(new Config("other").Get("none"));
        });
    }

    [Fact]
    public async Task Without_settings_everything_optional_is_null()
        => await Run.PreviewAsync(() =>
        {
            var config = new Config();
            Assert.Null(config.Get("key"));
            Assert.Null(config.GetBoolean("key"));
            Assert.Null(config.GetInt32("key"));
            Assert.Null(config.GetDouble("key"));
            Assert.Null(config.GetObject<Setting>("key"));
            Assert.Null(config.GetObject<Setting>("key", CamelCase));
            Assert.Null(config.GetSecret("key"));
            Assert.Null(config.GetSecretBoolean("key"));
            Assert.Null(config.GetSecretInt32("key"));
            Assert.Null(config.GetSecretDouble("key"));
            Assert.Null(config.GetSecretObject<Setting>("key"));
            Assert.Null(config.GetSecretObject<Setting>("key", CamelCase));
        });

    [Fact]
    public async Task Settings_are_read_as_their_type()
    {
        using var settings = new EnvironmentConfig(
            ("project:bool", "true"), ("project:int", "-5"), ("project:double", "1.5e3"),
            ("project:object", """{"Name":"a"}"""), ("project:camel", """{"name":"b"}"""));
        await Run.PreviewAsync(() =>
        {
            var config = new Config();
            Assert.True(config.GetBoolean("bool"));
            Assert.True(config.RequireBoolean("bool"));
            Assert.Equal(-5, config.GetInt32("int"));
            Assert.Equal(-5, config.RequireInt32("int"));
            Assert.Equal(1500, config.GetDouble("double"));
            Assert.Equal(1500, config.RequireDouble("double"));
            Assert.Equal(new Setting("a"), config.GetObject<Setting>("object"));
            Assert.Equal(new Setting("a"), config.RequireObject<Setting>("object"));
            Assert.Equal(new Setting("b"), config.GetObject<Setting>("camel", CamelCase));
            Assert.Equal(new Setting("b"), config.RequireObject<Setting>("camel", CamelCase));
        });
    }

    [Fact]
    public async Task Secret_settings_are_secret_outputs()
    {
        using var settings = new EnvironmentConfig(
            ("project:text", "a"), ("project:bool", "true"), ("project:int", "5"), ("project:double", "1.5"),
            ("project:object", """{"Name":"a"}"""));
        await IsSecret("a", config => config.GetSecret("text"), config => config.RequireSecret("text"));
        await IsSecret(true, config => config.GetSecretBoolean("bool"), config => config.RequireSecretBoolean("bool"));
        await IsSecret(5, config => config.GetSecretInt32("int"), config => config.RequireSecretInt32("int"));
        await IsSecret(
            1.5, config => config.GetSecretDouble("double"), config => config.RequireSecretDouble("double"));
        await IsSecret(
            new Setting("a"),
            config => config.GetSecretObject<Setting>("object"),
            config => config.RequireSecretObject<Setting>("object"));
    }

    [Fact]
    public async Task A_missing_setting_is_an_error_that_says_how_to_set_it()
    {
        Action<Config>[] requirements =
        [
            config => config.Require("key"), config => config.RequireBoolean("key"),
            config => config.RequireInt32("key"), config => config.RequireDouble("key"),
            config => config.RequireObject<Setting>("key"), config => config.RequireSecret("key"),
            config => config.RequireSecretBoolean("key"), config => config.RequireSecretInt32("key"),
            config => config.RequireSecretDouble("key"), config => config.RequireSecretObject<Setting>("key"),
        ];
        foreach (var require in requirements)
        {
            var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(() => require(new Config())));
            Assert.Contains(
                "Missing Required configuration variable 'project:key'", failure, StringComparison.Ordinal);
            Assert.Contains("pulumi config set project:key <value>", failure, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_setting_of_another_type_is_an_error_that_names_it()
    {
        using var settings = new EnvironmentConfig(("project:key", "maybe"));
        (Action<Config> Read, string Type)[] readings =
        [
            (config => config.GetBoolean("key"), "Boolean"), (config => config.RequireBoolean("key"), "Boolean"),
            (config => config.GetInt32("key"), "Int32"), (config => config.GetDouble("key"), "Double"),
            (config => config.GetObject<Setting>("key"), typeof(Setting).FullName ?? ""),
        ];
        foreach (var (read, type) in readings)
        {
            var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(() => read(new Config())));
            Assert.Equal($"Configuration 'project:key' value 'maybe' is not a valid {type}", failure);
        }
    }

    private static async Task IsSecret<T>(
        T value, Func<Config, Output<T>?> get, Func<Config, Output<T>> require)
        where T : notnull
    {
        foreach (var read in new[] { get, require })
        {
            var seen = await Run.PreviewAsync(() => read(new Config()) ?? Output.Create(default(T)!));
            Assert.Equal(value, seen.Value);
            Assert.True(seen.IsSecret);
        }
    }

    private sealed record Setting(string Name);
}
