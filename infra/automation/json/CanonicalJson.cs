using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Infra.Automation.Json;

/// <summary>
/// The one form in which graphs, states and policies are written: keys in ordinal order, two spaces, LF, numbers in
/// their shortest form. The same value always has the same bytes.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions _indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions _compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object without members.</summary>
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}");

    /// <summary>Writes a document over several lines, with a line feed at its end.</summary>
    public static string Write(JsonElement value) => Text(value, _indented) + "\n";

    /// <summary>Writes a record over several lines, with a line feed at its end.</summary>
    public static string Write<T>(T value, JsonTypeInfo<T> type) =>
        Write(JsonSerializer.SerializeToElement(value, type));

    /// <summary>Writes a value on one line.</summary>
    public static string Compact(JsonElement value) => Text(value, _compact);

    /// <summary>Parses a JSON text and writes it on one line in canonical form.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static string Compact(string json) => Compact(JsonElement.Parse(json));

    /// <summary>
    /// SHA-256 of a document as <see cref="Write(JsonElement)"/> writes it, in lower-case hexadecimal.
    /// </summary>
    public static string Digest(string document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>Whether two values have the same canonical form.</summary>
    public static bool Same(JsonElement a, JsonElement b) => Compact(a) == Compact(b);

    /// <summary>Turns text, numbers, booleans, null, dictionaries and sequences of these into a JSON value.</summary>
    /// <exception cref="ArgumentException">The value is of another kind.</exception>
    public static JsonElement Of(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, _compact))
        {
            WriteObject(writer, value);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static string Text(JsonElement value, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            WriteElement(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteElement(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    WriteElement(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteElement(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                WriteNumber(writer, value.GetRawText());
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case JsonElement element:
                WriteElement(writer, element);
                break;
            case int or long or double or float or decimal:
                WriteNumber(writer, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case IDictionary members:
                writer.WriteStartObject();
                foreach (var name in members.Keys.Cast<string>().Order(StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    WriteObject(writer, members[name]);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    WriteObject(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException(
                    $"A value of type '{value.GetType()}' has no JSON form here.", nameof(value));
        }
    }

    /// <summary>
    /// Whole numbers without fraction or exponent, all others in the shortest form that reads back the same.
    /// </summary>
    private static void WriteNumber(Utf8JsonWriter writer, string raw)
    {
        const double LargestExact = 9_007_199_254_740_992; // 2^53: above it a double no longer tells neighbours apart.
        if (long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            writer.WriteNumberValue(whole);
        }
        else if (double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture) is var number
            && double.IsInteger(number) && Math.Abs(number) <= LargestExact)
        {
            writer.WriteNumberValue((long)number);
        }
        else
        {
            writer.WriteNumberValue(number);
        }
    }
}
