using System.Text.Json.Serialization;
using Evidence.Pipeline.Custody;

namespace Evidence.Pipeline.Records;

/// <summary>The predicate's spelling: names in camel case, times in UTC, lock modes as S3 writes them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(UtcTimestampConverter), typeof(LockModeConverter), typeof(KebabEnumConverter<RecordOutcome>),
    ])]
[JsonSerializable(typeof(EvidencePredicate))]
internal sealed partial class PredicateJson : JsonSerializerContext;
