using System.Text.Json.Nodes;
using Tests.Support;
using Tests.Support.Node;
using YamlDotNet.Serialization;

namespace Infra.Tests.Charts;

/// <summary>
/// The chart of Temporal has no schema. Ours knows every key of version 1.6.0 and refuses what the chart would do
/// wrong; one test for each of its traps.
/// </summary>
public sealed class TemporalSchemaTests
{
    private const string Sql = "server/config/persistence/datastores/default/sql";

    private static readonly JsonNode _schema = JsonNode.Parse(
        File.ReadAllText(Checkout.PathOf("infra/components/temporal/values.schema.json")))
        ?? throw new InvalidOperationException("The schema is empty.");

    [NodeTheory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task What_the_chart_is_told_is_as_its_schema_has_it(int replicas) =>
        Assert.Empty(await ErrorsAsync(SampleCharts.Temporal(replicas)));

    [NodeFact]
    public async Task Trap_1_a_store_by_another_name_has_no_schema_folder()
    {
        var persistence = "server/config/persistence";
        var found = await ErrorsAsync(
            Values.With($"{persistence}/visibilityStore", "search"),
            Values.With($"{persistence}/defaultStore", "state"),
            Values.With($"{persistence}/datastores/secondaryVisibility", Values.At(Sql)?.Parent?.DeepClone()),
            Values.With($"{persistence}/secondaryVisibilityStore", "secondaryVisibility"));
        Assert.All(found, errors => Assert.Contains($"/{persistence}", Assert.Single(errors)));
    }

    [NodeFact]
    public async Task Trap_2_an_address_is_host_and_port_in_one_text()
    {
        var found = await ErrorsAsync(
            Values.With($"{Sql}/connectAddr", null),
            Values.With($"{Sql}/connectAddr", "db.example.com"),
            Values.With($"{Sql}/connectAddr", "[2001:db8::1]:5432"),
            Values.With($"{Sql}/host", "db.example.com"),
            Values.With($"{Sql}/port", 5432));
        Assert.All(found, errors => Assert.Contains($"/{Sql}", Assert.Single(errors)));
    }

    [NodeFact]
    public async Task Trap_3_no_replicas_would_be_the_servers_number_of_replicas()
    {
        var found = await ErrorsAsync(
            Values.With("server/replicaCount", 0),
            Values.With("server/worker/replicaCount", 0),
            Values.With("web/replicaCount", 0));
        Assert.All(found, errors => Assert.Contains("replicaCount must be >= 1", Assert.Single(errors)));
    }

    [NodeFact]
    public async Task Trap_4_with_a_password_command_the_schema_job_has_no_password()
    {
        var command = new JsonObject { ["command"] = "token" };
        var errors = await ErrorsAsync(Values.With($"{Sql}/passwordCommand", command));
        Assert.Contains("passwordCommand", Assert.Single(errors));
    }

    [NodeFact]
    public async Task Trap_5_without_an_existing_secret_the_password_is_empty()
    {
        var found = await ErrorsAsync(
            Values.With($"{Sql}/existingSecret", null),
            Values.With($"{Sql}/existingSecret", ""),
            Values.With($"{Sql}/password", "secret"));
        Assert.All(found, errors => Assert.Contains($"/{Sql}", Assert.Single(errors)));
    }

    [NodeFact]
    public async Task Trap_8_a_service_account_of_the_charts_own_is_a_hook()
    {
        var errors = await ErrorsAsync(Values.With("serviceAccount/create", true));
        Assert.Contains("/serviceAccount/create", Assert.Single(errors));
    }

    [NodeFact]
    public async Task What_is_true_where_absent_must_be_said()
    {
        var found = await ErrorsAsync(
            Values.With($"{Sql}/createDatabase", null),
            Values.With($"{Sql}/createDatabase", true),
            Values.With($"{Sql}/manageSchema", null),
            Values.With("shims/dockerize", true),
            Values.With("shims/elasticsearchTool", null));
        Assert.All(found, errors => Assert.Single(errors));
    }

    [NodeFact]
    public async Task Keys_that_the_chart_removed_or_never_had_are_refused()
    {
        var found = await ErrorsAsync(
            Values.With("postgresql", new JsonObject { ["enabled"] = true }),
            Values.With("elasticsearch", new JsonObject { ["enabled"] = false }),
            Values.With("schema/createDatabase", new JsonObject { ["enabled"] = true }),
            Values.With("server/internalFrontend", new JsonObject { ["enabled"] = true }),
            Values.With("server/config/persistance", new JsonObject()),
            Values.With("server/topologySpreadConstraints", new JsonArray()),
            Values.With("server/history/replicas", 3));
        Assert.All(found, errors => Assert.Contains("must NOT have additional properties", Assert.Single(errors)));
    }

    [NodeFact]
    public async Task Nothing_of_temporal_is_public()
    {
        var found = await ErrorsAsync(
            Values.With("web/ingress/enabled", true),
            Values.With("web/service/type", "LoadBalancer"),
            Values.With("server/frontend/service/type", "NodePort"));
        Assert.All(found, errors => Assert.Single(errors));
    }

    /// <summary>Every key of the chart is known, and of its defaults only those are refused that are traps.</summary>
    [TemporalChartFact]
    public async Task Of_the_charts_own_values_only_its_traps_are_refused()
    {
        var chart = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize<object>(File.ReadAllText(TemporalChartFactAttribute.Path));
        var json = JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(chart))?.AsObject();
        Assert.NotNull(json);
        Assert.Equal(
            [
                "/server/config/persistence/datastores/default", "/server/config/persistence/datastores/visibility",
                "/serviceAccount/name", "/shims/dockerize", "/shims/elasticsearchTool",
            ],
            (await ErrorsAsync(json)).Select(error => error.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    private static JsonObject Values { get; } = SampleCharts.Temporal(3);

    private static async Task<IReadOnlyList<string>> ErrorsAsync(JsonObject values) =>
        Assert.Single(await ErrorsAsync([values]));

    private static async Task<IReadOnlyList<string>[]> ErrorsAsync(params JsonObject[] documents)
    {
        var found = await new NodeScript("schema.mjs").RunAsync(new { schema = _schema, documents });
        return
        [
            .. found.EnumerateArray().Select(errors =>
                (IReadOnlyList<string>)[.. errors.EnumerateArray().Select(error => error.GetString() ?? "")]),
        ];
    }
}
