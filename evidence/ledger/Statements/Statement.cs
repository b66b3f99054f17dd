using System.Buffers;
using System.Text.Json;
using Evidence.Ledger.Dsse;
using Evidence.Ledger.Text;

namespace Evidence.Ledger.Statements;

/// <summary>
/// An in-toto Statement v1: a predicate about subjects. What a record signs. Source: in-toto/attestation, spec/v1.
/// </summary>
/// <param name="Subjects">What it is about; at least one.</param>
/// <param name="PredicateType">URI that says how to read the predicate.</param>
/// <param name="Predicate">What it says: an object.</param>
public sealed record Statement(IReadOnlyList<Subject> Subjects, string PredicateType, JsonElement Predicate)
{
    /// <summary>The value of <c>_type</c>.</summary>
    public const string Type = "https://in-toto.io/Statement/v1";

    /// <summary>Payload type of an envelope around a statement.</summary>
    public const string PayloadType = "application/vnd.in-toto+json";

    /// <summary>Longest URI and name, in characters.</summary>
    public const int MaximumTextLength = 2048;

    private const string What = "the in-toto statement";

    /// <summary>Reads a statement. Fields it does not know are ignored, as the format asks.</summary>
    /// <exception cref="LedgerFormatException">
    /// The bytes are not a statement, have no predicate, or a subject without a SHA-256 digest in lowercase.
    /// </exception>
    public static Statement Parse(ReadOnlyMemory<byte> utf8) =>
        StrictJson.Read(utf8, DsseEnvelope.MaximumLength, What, Read);

    /// <summary>
    /// Reads the statement inside <paramref name="envelope"/>. Verify the envelope's signatures first.
    /// </summary>
    /// <exception cref="LedgerFormatException">The payload type is another, or the payload not a statement.</exception>
    public static Statement In(DsseEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return envelope.PayloadType == PayloadType
            ? Parse(envelope.Payload)
            : throw new LedgerFormatException(
                $"The envelope's payload type must be \"{PayloadType}\", found {Quote.Of(envelope.PayloadType)}.");
    }

    /// <summary>The statement as JSON: its own names sorted, no white space, the predicate in its own order.</summary>
    /// <exception cref="LedgerFormatException">It could not be read back, for example without a subject.</exception>
    public byte[] ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, StrictJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("_type"u8, Type);
            writer.WritePropertyName("predicate"u8);
            Predicate.WriteTo(writer);
            writer.WriteString("predicateType"u8, PredicateType);
            writer.WriteStartArray("subject"u8);
            foreach (var subject in Subjects)
            {
                Write(writer, subject);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        var json = buffer.WrittenSpan.ToArray();
        Parse(json);
        return json;
    }

    private static void Write(Utf8JsonWriter writer, Subject subject)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("digest"u8);
        writer.WriteString("sha256"u8, subject.Sha256.ToString());
        writer.WriteEndObject();
        WriteIfAny("mediaType", subject.MediaType);
        WriteIfAny("name", subject.Name);
        WriteIfAny("uri", subject.Uri);
        writer.WriteEndObject();

        void WriteIfAny(string name, string? value)
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }
    }

    private static Statement Read(JsonElement root)
    {
        var type = StrictJson.RequiredText(root, "_type", MaximumTextLength, What);
        if (type != Type)
        {
            throw new LedgerFormatException(
                $"Cannot read {What}: \"_type\" must be \"{Type}\", found {Quote.Of(type)}.");
        }

        var array = StrictJson.Required(root, "subject", JsonValueKind.Array, What);
        if (array.GetArrayLength() is 0)
        {
            throw new LedgerFormatException($"Cannot read {What}: it must have at least one subject, found none.");
        }

        return new Statement(
            [.. array.EnumerateArray().Select(ReadSubject)],
            StrictJson.RequiredText(root, "predicateType", MaximumTextLength, What),
            // A clone, since the document it stands in is disposed of after this.
            StrictJson.Required(root, "predicate", JsonValueKind.Object, What).Clone());
    }

    private static Subject ReadSubject(JsonElement element, int index)
    {
        var what = $"subject {index} of the in-toto statement";
        if (element.ValueKind is not JsonValueKind.Object)
        {
            throw new LedgerFormatException($"Cannot read {what}: it must be an object.");
        }

        var digests = StrictJson.Required(element, "digest", JsonValueKind.Object, what);
        return new Subject(
            Sha256Hash.Parse(StrictJson.RequiredText(digests, "sha256", MaximumTextLength, what)),
            StrictJson.OptionalText(element, "name", MaximumTextLength, what),
            StrictJson.OptionalText(element, "uri", MaximumTextLength, what),
            StrictJson.OptionalText(element, "mediaType", MaximumTextLength, what));
    }
}
