using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>
/// A collector's whole configuration. Source: https://opentelemetry.io/docs/collector/configuration/
/// </summary>
public sealed class CollectorConfig
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HealthCheck _health = new();

    /// <summary>Takes pipelines and refuses those that the collector would refuse, or that would lose data.</summary>
    /// <exception cref="CollectorConfigException">With a sentence for each problem.</exception>
    public CollectorConfig(params IReadOnlyList<Pipeline> pipelines)
    {
        Pipelines = pipelines;
        if (CollectorChecks.Problems(this).ToList() is { Count: > 0 } problems)
        {
            throw new CollectorConfigException(problems);
        }
    }

    /// <summary>The pipelines, one for each signal.</summary>
    public IReadOnlyList<Pipeline> Pipelines { get; }

    /// <summary>Health, which the chart's probes ask for, and what the exporters sign with.</summary>
    internal IEnumerable<Extension> Extensions =>
    [
        _health,
        .. Pipelines.SelectMany(p => p.Exporters).Select(e => e.Authenticator).OfType<Extension>()
            .DistinctBy(e => e.Id),
    ];

    /// <summary>The document, as the collector reads it.</summary>
    public JsonObject ToJson() => new()
    {
        ["receivers"] = Section(Pipelines.SelectMany(p => p.Receivers)),
        ["processors"] = Section(Pipelines.SelectMany(p => p.Processors)),
        ["exporters"] = Section(Pipelines.SelectMany(p => p.Exporters)),
        ["extensions"] = Section(Extensions),
        ["service"] = new JsonObject
        {
            ["extensions"] = Ids(Extensions),
            ["telemetry"] = Telemetry(),
            ["pipelines"] = new JsonObject(Pipelines.OrderBy(p => p.Signal).Select(p => KeyValuePair.Create(
                p.Name,
                (JsonNode?)new JsonObject
                {
                    ["receivers"] = Ids(p.Receivers),
                    ["processors"] = Ids(p.Processors),
                    ["exporters"] = Ids(p.Exporters),
                }))),
        },
    };

    internal static JsonNode Settings(CollectorComponent component) =>
        JsonSerializer.SerializeToNode(component, component.GetType(), _options) ?? new JsonObject();

    private static JsonObject Section(IEnumerable<CollectorComponent> components) => new(components
        .DistinctBy(c => c.Id).OrderBy(c => c.Id, StringComparer.Ordinal)
        .Select(c => KeyValuePair.Create(c.Id, (JsonNode?)Settings(c))));

    private static JsonArray Ids(IEnumerable<CollectorComponent> components) =>
        new([.. components.Select(c => (JsonNode)c.Id)]);

    /// <summary>
    /// What the collector tells of itself: the reader as the chart has it, so that counters end in <c>_total</c>.
    /// </summary>
    private static JsonObject Telemetry() => new()
    {
        ["logs"] = new JsonObject { ["encoding"] = "json" },
        ["metrics"] = new JsonObject
        {
            ["readers"] = new JsonArray(new JsonObject
            {
                ["pull"] = new JsonObject
                {
                    ["exporter"] = new JsonObject
                    {
                        ["prometheus"] = new JsonObject
                        {
                            ["host"] = Addresses.PodIp,
                            ["port"] = Addresses.OwnMetricsPort,
                        },
                    },
                },
            }),
        },
    };
}
