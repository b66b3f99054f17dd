using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Evidence.Ledger.Text;

/// <summary>
/// JSON as this library reads and writes it: one object, valid UTF-8, no name twice, bounded in length and depth.
/// Written with its names sorted and without white space.
/// </summary>
internal static class StrictJson
{
    /// <summary>How deep objects and arrays may nest.</summary>
    public const int MaximumDepth = 32;

    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaximumDepth,
    };

    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = MaximumDepth,
    };

    /// <summary>Parses <paramref name="utf8"/> and reads its root object with <paramref name="read"/>.</summary>
    /// <exception cref="LedgerFormatException">Not such JSON, or <paramref name="read"/> found it wanting.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, int maximumLength, string what, Func<JsonElement, T> read)
    {
        if (utf8.Length > maximumLength)
        {
            throw new LedgerFormatException(
                $"Cannot read {what}: it has {utf8.Length} bytes and at most {maximumLength} are accepted.");
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            throw new LedgerFormatException($"Cannot read {what}: it is not valid UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, DocumentOptions);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? read(document.RootElement)
                : throw new LedgerFormatException(
                    $"Cannot read {what}: it must be a JSON object, found {Name(document.RootElement.ValueKind)}.");
        }
        catch (JsonException e)
        {
            throw new LedgerFormatException(
                $"Cannot read {what}: line {e.LineNumber + 1}, byte {e.BytePositionInLine} is not well-formed JSON "
                + "of unique names.",
                e);
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair, escaped: well-formed JSON that is not text.
            throw new LedgerFormatException($"Cannot read {what}: it holds a string that is not Unicode text.", e);
        }
    }

    /// <summary>The value of <paramref name="name"/>, which must be there and be of <paramref name="kind"/>.</summary>
    public static JsonElement Required(JsonElement element, string name, JsonValueKind kind, string what) =>
        Optional(element, name, kind, what)
        ?? throw new LedgerFormatException($"Cannot read {what}: it lacks \"{name}\" ({Name(kind)}).");

    /// <summary>The value of <paramref name="name"/> or null if it is not there; never of another kind.</summary>
    public static JsonElement? Optional(JsonElement element, string name, JsonValueKind kind, string what)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == kind
            ? value
            : throw new LedgerFormatException(
                $"Cannot read {what}: \"{name}\" must be {Name(kind)}, found {Name(value.ValueKind)}.");
    }

    /// <summary>A string of 1 to <paramref name="maximumLength"/> characters.</summary>
    public static string RequiredText(JsonElement element, string name, int maximumLength, string what) =>
        OptionalText(element, name, maximumLength, what)
        ?? throw new LedgerFormatException($"Cannot read {what}: it lacks \"{name}\" (a string that is not empty).");

    /// <summary>A string of that length, or null if it is not there or, as some writers mean the same, empty.</summary>
    public static string? OptionalText(JsonElement element, string name, int maximumLength, string what)
    {
        var text = Optional(element, name, JsonValueKind.String, what)?.GetString() ?? "";
        if (text.Length > maximumLength)
        {
            throw new LedgerFormatException(
                $"Cannot read {what}: \"{name}\" may have {maximumLength} characters, found {text.Length}.");
        }

        return text.Length > 0 ? text : null;
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Null => "null",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No JSON value has this kind."),
    };
}
