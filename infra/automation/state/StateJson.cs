using System.Text.Json.Serialization;

namespace Infra.Automation.State;

/// <summary>
/// How states are written and read. A member that is missing or unknown is a contradiction, not a default.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StateDocument))]
[JsonSerializable(typeof(LockHolder))]
internal sealed partial class StateJson : JsonSerializerContext;
