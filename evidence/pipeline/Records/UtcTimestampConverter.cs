using System.Text.Json;
using System.Text.Json.Serialization;
using Evidence.Ledger.Statements;

namespace Evidence.Pipeline.Records;

/// <summary>Times as statements carry them.</summary>
internal sealed class UtcTimestampConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UtcTimestamp.TryParse(reader.GetString(), out var moment)
            ? moment
            : throw new JsonException("A time must be written like \"2026-01-31T23:59:59Z\".");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(UtcTimestamp.ToText(value));
}
