using System.Text.Json.Nodes;

namespace Infra.Components.Observability.Dashboards;

/// <summary>The parts of a Grafana dashboard, schema version 39 (Grafana 11).</summary>
internal static class DashboardJson
{
    public const int Width = 24; // Grafana's grid has 24 columns.
    private const int SchemaVersion = 39;

    public static Dashboard Dashboard(string uid, string title, IEnumerable<JsonObject> panels) => new(uid, new()
    {
        ["uid"] = uid,
        ["title"] = title,
        ["tags"] = new JsonArray("strata", "slo"),
        ["schemaVersion"] = SchemaVersion,
        ["version"] = 1,
        ["editable"] = false,
        ["graphTooltip"] = 1,
        ["refresh"] = "1m",
        ["timezone"] = "utc",
        ["time"] = new JsonObject { ["from"] = "now-24h", ["to"] = "now" },
        ["annotations"] = new JsonObject { ["list"] = new JsonArray() },
        ["links"] = new JsonArray(),
        ["templating"] = new JsonObject { ["list"] = new JsonArray(DatasourceVariable()) },
        ["panels"] = Number(panels),
    });

    public static JsonObject Row(string title, int y) => new()
    {
        ["type"] = "row",
        ["title"] = title,
        ["collapsed"] = false,
        ["gridPos"] = Position(0, y, Width, 1),
        ["panels"] = new JsonArray(),
    };

    public static JsonObject Markdown(string text, JsonObject position) => new()
    {
        ["type"] = "text",
        ["title"] = "",
        ["gridPos"] = position,
        ["options"] = new JsonObject { ["mode"] = "markdown", ["content"] = text },
    };

    public static JsonObject Panel(
        string type,
        string title,
        string unit,
        JsonObject position,
        JsonArray thresholds,
        params IEnumerable<(string Expression, string Legend)> targets)
    {
        var defaults = new JsonObject
        {
            ["unit"] = unit,
            ["thresholds"] = new JsonObject { ["mode"] = "absolute", ["steps"] = thresholds },
        };
        if (type is "timeseries")
        {
            defaults["custom"] = new JsonObject { ["thresholdsStyle"] = new JsonObject { ["mode"] = "line" } };
        }

        return new()
        {
            ["type"] = type,
            ["title"] = title,
            ["datasource"] = Datasource(),
            ["gridPos"] = position,
            ["fieldConfig"] = new JsonObject { ["defaults"] = defaults, ["overrides"] = new JsonArray() },
            ["options"] = type is "stat" ? StatOptions() : new JsonObject(),
            ["targets"] = new JsonArray([.. targets.Select((target, index) => (JsonNode)new JsonObject
            {
                ["refId"] = ((char)('A' + index)).ToString(),
                ["datasource"] = Datasource(),
                ["expr"] = target.Expression,
                ["legendFormat"] = target.Legend,
            })]),
        };
    }

    public static JsonObject Position(int x, int y, int width, int height) =>
        new() { ["x"] = x, ["y"] = y, ["w"] = width, ["h"] = height };

    /// <summary>Steps of colour, each from its value up; the first from below everything.</summary>
    public static JsonArray Steps(string below, params IEnumerable<(decimal From, string Color)> above) =>
        new([
            new JsonObject { ["color"] = below, ["value"] = null },
            .. above.Select(step => (JsonNode)new JsonObject { ["color"] = step.Color, ["value"] = step.From }),
        ]);

    private static JsonArray Number(IEnumerable<JsonObject> panels)
    {
        var list = new JsonArray();
        foreach (var panel in panels)
        {
            panel.Insert(0, "id", list.Count + 1);
            list.Add((JsonNode)panel);
        }

        return list;
    }

    private static JsonObject StatOptions() => new()
    {
        ["colorMode"] = "background",
        ["graphMode"] = "area",
        ["reduceOptions"] = new JsonObject
        {
            ["calcs"] = new JsonArray("lastNotNull"),
            ["fields"] = "",
            ["values"] = false,
        },
    };

    private static JsonObject Datasource() => new() { ["type"] = "prometheus", ["uid"] = "${datasource}" };

    private static JsonObject DatasourceVariable() => new()
    {
        ["name"] = "datasource",
        ["label"] = "Prometheus",
        ["type"] = "datasource",
        ["query"] = "prometheus",
        ["refresh"] = 1,
        ["hide"] = 0,
        ["multi"] = false,
        ["includeAll"] = false,
    };
}
