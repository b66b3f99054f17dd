using System.Text.Json.Serialization;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Gates.Waivers;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Gates;

/// <summary>
/// The spelling of decisions and of the facts behind them: as that of other facts. Names stand in the order in which
/// they are declared, which is the alphabet's; there is no white space. Equal decisions are equal bytes.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(UtcTimestampConverter), typeof(KebabEnumConverter<WorkstreamState>),
        typeof(KebabEnumConverter<RequirementOutcome>),
    ])]
[JsonSerializable(typeof(DecisionFact))]
[JsonSerializable(typeof(GateDecision))]
[JsonSerializable(typeof(RulesFact))]
[JsonSerializable(typeof(WaiverApproval))]
[JsonSerializable(typeof(WaiverRequest))]
[JsonSerializable(typeof(WorkstreamStatus))]
internal sealed partial class GateJson : JsonSerializerContext;
