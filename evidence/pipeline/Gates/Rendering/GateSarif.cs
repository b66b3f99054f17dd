using System.Text;
using System.Text.Json;
using Evidence.Pipeline.Gates.Rules;

namespace Evidence.Pipeline.Gates.Rendering;

/// <summary>A decision as SARIF 2.1.0: a result for each requirement that is missing or waived.</summary>
public static class GateSarif
{
    private const string Place = "evidence/pipeline/Catalogue/" + GateRules.GatesFile;

    /// <summary>The log, indented.</summary>
    public static string Of(GateDecision decision, string version)
    {
        ArgumentNullException.ThrowIfNull(decision);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            Write(json, decision, version);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, GateDecision decision, string version)
    {
        List<RequirementTrace> results =
            [.. decision.Trace.SelectMany(All).Where(t => t.Outcome is not RequirementOutcome.Met)];
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "strata gate");
        json.WriteString("version", version);
        json.WriteStartArray("rules");
        foreach (var id in results.Select(r => RuleOf(decision, r)).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (var result in results)
        {
            Write(json, decision, result);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GateDecision decision, RequirementTrace trace)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", RuleOf(decision, trace));
        json.WriteString("level", trace.Outcome is RequirementOutcome.Waived ? "note" : "error");
        json.WriteStartObject("message");
        json.WriteString("text", trace.Reason);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Place);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string RuleOf(GateDecision decision, RequirementTrace trace) => $"gate/{decision.Gate}/{trace.Id}";

    private static IEnumerable<RequirementTrace> All(RequirementTrace trace) => [trace, .. trace.Parts.SelectMany(All)];
}
