using System.Text.Json.Serialization;

namespace Infra.Automation.Rendering;

/// <summary>
/// How graphs are written and read; generated at build time, so that a run does not start with reflection.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Graph))]
internal sealed partial class GraphJson : JsonSerializerContext;
