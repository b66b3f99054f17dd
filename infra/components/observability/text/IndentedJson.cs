using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Components.Observability.Text;

/// <summary>
/// JSON as people review it: indented by two, keys in the order given, nothing escaped that need not be.
/// </summary>
public static class IndentedJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // The text goes to Grafana, never into a web page of ours.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one document that ends with a line feed.</summary>
    public static string Write(JsonNode document) => document.ToJsonString(_options) + "\n";
}
