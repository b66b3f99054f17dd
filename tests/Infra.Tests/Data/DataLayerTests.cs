using System.Globalization;
using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Components.Backup;
using Infra.Components.Database;
using Tests.Support;

namespace Infra.Tests.Data;

/// <summary>What must be true of databases and backups, read from the graphs that are reviewed.</summary>
public sealed class DataLayerTests
{
    private const string Instance = "aws:rds/instance:Instance";

    public static TheoryData<string> Environments => ["dev", "staging", "prod"];

    /// <summary>Each of these is something else, and worse, where nobody says it.</summary>
    public static TheoryData<string, string> Said => new()
    {
        { "storageEncrypted", "true" },
        { "publiclyAccessible", "false" },
        { "deleteAutomatedBackups", "false" },
        { "skipFinalSnapshot", "false" },
        { "copyTagsToSnapshot", "true" },
        { "performanceInsightsEnabled", "true" },
        { "iamDatabaseAuthenticationEnabled", "true" },
        { "manageMasterUserPassword", "true" },
        { "allowMajorVersionUpgrade", "false" },
        { "engineLifecycleSupport", "\"open-source-rds-extended-support-disabled\"" },
        { "caCertIdentifier", "\"rds-ca-rsa2048-g1\"" },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void No_instance_is_left_to_a_default_that_is_worse(string input, string expected) => Assert.All(
        ((string[])["dev", "staging", "prod"]).SelectMany(environment => Instances(Read(environment))),
        instance => Assert.Equal(expected, instance.Inputs.GetProperty(input).GetRawText()));

    [Theory]
    [InlineData("staging")]
    [InlineData("prod")]
    public void A_protected_environment_has_a_standby_and_refuses_deletion(string environment) => Assert.All(
        Instances(Read(environment)),
        instance =>
        {
            Assert.True(instance.Inputs.GetProperty("multiAz").GetBoolean());
            Assert.True(instance.Inputs.GetProperty("deletionProtection").GetBoolean());
            Assert.True(instance.Options.Protect);
            Assert.Equal("advanced", instance.Inputs.Text("databaseInsightsMode"));
        });

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_log_goes_to_a_group_that_is_there_before_the_instance(string environment)
    {
        var graph = Read(environment);
        foreach (var instance in Instances(graph))
        {
            var exported = instance.Inputs.Items("enabledCloudwatchLogsExports").Select(log => log.GetString());
            foreach (var log in exported)
            {
                var group = graph.Resources.Single(resource =>
                    resource.Inputs.Text("name") == $"/aws/rds/instance/{instance.Inputs.Text("identifier")}/{log}");
                Assert.Contains(group.Urn, instance.Options.DependsOn ?? []);
                Assert.EndsWith("::key-logs#arn}", group.Inputs.Text("kmsKeyId"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_instance_can_be_recovered_to_the_second_in_two_regions(string environment)
    {
        var graph = Read(environment);
        Assert.All(Instances(graph), instance =>
        {
            Assert.True(instance.Inputs.GetProperty("backupRetentionPeriod").GetInt32() >= 7);
            var remote = graph.Resources.Single(resource =>
                resource.Inputs.Text("sourceDbInstanceArn") == $"${{{instance.Urn}#arn}}");
            Assert.EndsWith("::replica", remote.Provider);
        });
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_backup_is_copied_into_a_locked_vault_that_accepts_it(string environment)
    {
        var graph = Read(environment);
        var vaults = graph.Resources.Where(resource => resource.Type == "aws:backup/vault:Vault").ToList();
        var locks = graph.Resources.Where(r => r.Type.EndsWith("VaultLockConfiguration", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(["home", "replica"], vaults.Select(vault => vault.Provider?.Split("::")[^1]).Order());
        Assert.Equal(vaults.Count, locks.Count);
        var rules = graph.Resources.Single(r => r.Type == "aws:backup/plan:Plan").Inputs.Items("rules").ToList();
        Assert.Equal(2, rules.Count);
        foreach (var rule in rules)
        {
            var copy = rule.Items("copyActions").Single();
            Assert.Contains("backup-vault-replica#arn", copy.Text("destinationVaultArn"));
            Assert.All(locks, one => Assert.All([rule, copy], kept => Assert.InRange(
                kept.GetProperty("lifecycle").GetProperty("deleteAfter").GetInt32(),
                one.Inputs.GetProperty("minRetentionDays").GetInt32(),
                one.Inputs.GetProperty("maxRetentionDays").GetInt32())));
        }

        Assert.All(locks, one => Assert.Equal(
            environment != "dev", one.Inputs.TryGetProperty("changeableForDays", out _)));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_instance_is_selected_for_backup_and_a_drills_copy_is_not(string environment)
    {
        var graph = Read(environment);
        var conditions = graph.Resources.Single(r => r.Type == "aws:backup/selection:Selection").Inputs
            .Items("conditions").Single().Items("stringEquals")
            .ToDictionary(test => (test.Text("key") ?? "").Replace("aws:ResourceTag/", ""), test => test.Text("value"));
        Assert.All(
            Instances(graph),
            instance => Assert.All(conditions, test => Assert.Equal(test.Value, Tag(instance, test.Key))));
        Assert.NotEqual(RestoredDatabase.Service, conditions["service"]);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void A_backup_starts_more_than_an_hour_after_the_instances_own_and_before_maintenance(string environment)
    {
        var start = TimeOnly.FromTimeSpan(TimeSpan.FromHours(int.Parse(
            BackupSchedule.Daily.Split(' ')[1], CultureInfo.InvariantCulture)));
        var latest = start.AddMinutes(BackupSchedule.StartMinutes);
        Assert.All(Instances(Read(environment)), instance =>
        {
            var own = Time(instance.Inputs.Text("backupWindow")?.Split('-')[1]);
            var maintenance = Time(instance.Inputs.Text("maintenanceWindow")?.Split('-')[0][4..]);
            Assert.True(start - own > TimeSpan.FromHours(1), $"{own} {start}");
            Assert.True(maintenance - latest > TimeSpan.FromHours(1), $"{latest} {maintenance}");
        });

        static TimeOnly Time(string? text) => TimeOnly.ParseExact(text ?? "", "HH:mm", CultureInfo.InvariantCulture);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void No_graph_holds_a_password_nor_makes_one(string environment)
    {
        var graph = Read(environment);
        Assert.DoesNotContain(graph.Resources, r => r.Type.EndsWith("SecretVersion", StringComparison.Ordinal));
        Assert.DoesNotContain(graph.Resources, r => r.Inputs.ToString().Contains("[secret]", StringComparison.Ordinal));
        Assert.All(Instances(graph), instance => Assert.DoesNotContain(
            instance.Inputs.EnumerateObject(), input => input.Name.StartsWith("password", StringComparison.Ordinal)));
    }

    /// <summary>Only the copier and the maker read, only the maker writes, whatever their own policies say.</summary>
    [Theory]
    [InlineData("strata-prod-external-secrets", "secretsmanager:GetSecretValue", false)]
    [InlineData("strata-prod-database-setup", "secretsmanager:GetSecretValue", false)]
    [InlineData("administrator", "secretsmanager:GetSecretValue", true)]
    [InlineData("strata-prod-external-secrets-2", "secretsmanager:GetSecretValue", true)]
    [InlineData("strata-prod-database-setup", "secretsmanager:PutSecretValue", false)]
    [InlineData("strata-prod-external-secrets", "secretsmanager:PutSecretValue", true)]
    [InlineData("administrator", "secretsmanager:UpdateSecretVersionStage", true)]
    [InlineData("administrator", "secretsmanager:PutResourcePolicy", false)]
    public void A_secret_refuses_everybody_but_its_readers(string role, string action, bool denied)
    {
        var policies = Read("prod").Resources.Where(r => r.Type == "aws:secretsmanager/secretPolicy:SecretPolicy")
            .ToList();
        Assert.Equal(4, policies.Count); // Three databases, and the tenant's.
        Assert.All(policies, policy => Assert.Equal(
            denied,
            JsonElement.Parse(policy.Inputs.Text("policy") ?? "").GetProperty("Statement").EnumerateArray().Any(
                statement => statement.Text("Effect") == "Deny"
                    && statement.Items("Action").Any(item => item.GetString() == action)
                    && statement.GetProperty("Condition").TryGetProperty("ArnNotEquals", out var test)
                    && test.Items("aws:PrincipalArn").All(
                        arn => arn.GetString() != $"arn:aws:iam::777788889999:role/{role}"))));
    }

    [Fact]
    public void What_is_a_tenants_own_says_so()
    {
        var dedicated = Read("prod").Resources.Where(resource =>
            resource.Urn.Contains("DedicatedDatabase", StringComparison.Ordinal)
            && resource.Inputs.TryGetProperty("tags", out _)).ToList();
        Assert.Equal(4, dedicated.Count); // The instance, two log groups and the secret.
        Assert.All(dedicated, resource => Assert.Equal("meridian", Tag(resource, "tenant")));
    }

    private static IEnumerable<GraphResource> Instances(LayerGraph graph) =>
        graph.Resources.Where(resource => resource.Type == Instance);

    private static string? Tag(GraphResource resource, string tag) => resource.Inputs.GetProperty("tags").Text(tag);

    private static LayerGraph Read(string environment)
    {
        var file = Checkout.PathOf($"tests/Infra.Tests/Golden/{environment}/data.graph.json");
        return JsonSerializer.Deserialize(File.ReadAllText(file), GraphJson.Default.Graph)?.Layers.Single()
            ?? throw new InvalidOperationException("The golden graph is empty.");
    }
}
