using System.Text.Json;
using System.Text.Json.Serialization;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Records;

/// <summary>Lock modes as S3 writes them.</summary>
internal sealed class LockModeConverter : JsonConverter<LockMode>
{
    public override LockMode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() switch
        {
            "GOVERNANCE" => LockMode.Governance,
            "COMPLIANCE" => LockMode.Compliance,
            _ => throw new JsonException("A lock mode is GOVERNANCE or COMPLIANCE."),
        };

    public override void Write(Utf8JsonWriter writer, LockMode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString().ToUpperInvariant());
}
