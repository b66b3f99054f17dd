using System.Text.Json.Serialization;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Log;

/// <summary>The head's spelling: as that of a predicate.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(UtcTimestampConverter), typeof(LockModeConverter)])]
[JsonSerializable(typeof(HeadDocument))]
internal sealed partial class HeadJson : JsonSerializerContext;
