using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evidence.Pipeline.Custody;

/// <summary>
/// Names of an enumeration as records carry them: lowercase, words joined by hyphens; never a number.
/// </summary>
internal sealed class KebabEnumConverter<T>() : JsonStringEnumConverter<T>(
    JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
