using System.Text.Json.Serialization;

namespace Infra.Automation.Engines;

/// <summary>How deployment records are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeploymentRecord))]
internal sealed partial class DeploymentJson : JsonSerializerContext;
