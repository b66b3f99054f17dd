using System.Buffers;
using System.Text.Json;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Text;

namespace Evidence.Ledger.Dsse;

/// <summary>
/// A payload with the signatures over it and its type (DSSE v1). Source: secure-systems-lab/dsse, protocol.md and
/// envelope.md.
/// </summary>
/// <param name="PayloadType">How to read the payload: a media type or URI, authenticated by every signature.</param>
/// <param name="Payload">The payload's bytes, exactly as signed.</param>
/// <param name="Signatures">The signatures, at most <see cref="MaximumSignatures"/>.</param>
public sealed record DsseEnvelope(
    string PayloadType, ReadOnlyMemory<byte> Payload, IReadOnlyList<DsseSignature> Signatures)
{
    /// <summary>Longest envelope, in bytes of JSON: what fits into one entry of a tiled log.</summary>
    public const int MaximumLength = 65_535;

    /// <summary>Most signatures of an envelope.</summary>
    public const int MaximumSignatures = 32;

    /// <summary>Longest payload type and key id, in characters.</summary>
    public const int MaximumTextLength = 256;

    private const string What = "the DSSE envelope";

    /// <summary>Signs <paramref name="payload"/> with each of <paramref name="signers"/>.</summary>
    public static async ValueTask<DsseEnvelope> SignAsync(
        string payloadType,
        ReadOnlyMemory<byte> payload,
        IReadOnlyList<ISigner> signers,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signers);
        var message = PreAuthenticationEncoding.Encode(payloadType, payload.Span);
        var signatures = new DsseSignature[signers.Count];
        for (var i = 0; i < signatures.Length; i++)
        {
            var signature = await signers[i].SignAsync(message, cancellationToken).ConfigureAwait(false);
            signatures[i] = new DsseSignature(signature, signers[i].PublicKey.KeyId);
        }

        return new DsseEnvelope(payloadType, payload, signatures);
    }

    /// <summary>
    /// Reads an envelope. Names it does not know are ignored, as the format asks; base64 may be standard or URL-safe.
    /// </summary>
    /// <exception cref="LedgerFormatException">The bytes are not an envelope within the limits above.</exception>
    public static DsseEnvelope Parse(ReadOnlyMemory<byte> utf8) =>
        StrictJson.Read(utf8, MaximumLength, What, Read);

    /// <summary>The envelope as JSON, names sorted, no white space: equal envelopes are equal bytes.</summary>
    /// <exception cref="LedgerFormatException">It could not be read back within the limits above.</exception>
    public byte[] ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>((Payload.Length * 4 / 3) + 512);
        using (var writer = new Utf8JsonWriter(buffer, StrictJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteBase64String("payload"u8, Payload.Span);
            writer.WriteString("payloadType"u8, PayloadType);
            writer.WriteStartArray("signatures"u8);
            foreach (var signature in Signatures)
            {
                writer.WriteStartObject();
                if (signature.KeyIdHint is { } hint)
                {
                    writer.WriteString("keyid"u8, hint);
                }

                writer.WriteBase64String("sig"u8, signature.Signature.Span);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        if (buffer.WrittenCount > MaximumLength)
        {
            throw new LedgerFormatException(
                $"Cannot write {What}: it would have {buffer.WrittenCount} bytes and may have {MaximumLength}.");
        }

        var json = buffer.WrittenSpan.ToArray();
        Parse(json);
        return json;
    }

    /// <summary>
    /// Checks every signature against <paramref name="trusted"/>. A hint that names a trusted key narrows the search
    /// to it; without one, or with an unknown one, every trusted key is tried.
    /// </summary>
    /// <returns>A verdict for each signature. Ask it with <see cref="DsseVerification.Meets"/>.</returns>
    public DsseVerification Verify(params IEnumerable<IVerifier> trusted)
    {
        IVerifier[] keys = [.. trusted];
        var message = PreAuthenticationEncoding.Encode(PayloadType, Payload.Span);
        return new DsseVerification([.. Signatures.Select((signature, index) => Judge(index, signature))]);

        DsseSignatureVerdict Judge(int index, DsseSignature signature)
        {
            var hint = signature.KeyIdHint;
            var named = Array.FindAll(keys, key => key.KeyId == hint);
            var candidates = named.Length > 0 ? named : keys;
            var signer = Array.Find(candidates, key => key.Verify(message, signature.Signature.Span));
            return new DsseSignatureVerdict(index, hint, signer?.KeyId, signer is null ? Refusal() : null);

            string Refusal() => (hint, named.Length) switch
            {
                (null, _) => $"it names no key, and none of the {keys.Length} trusted keys made it.",
                (_, 0) => $"it names the key {Quote.Of(hint)}, which is not trusted, and no trusted key made it.",
                _ => $"the trusted key {Quote.Of(hint)} that it names did not make it over this payload and type.",
            };
        }
    }

    private static DsseEnvelope Read(JsonElement root)
    {
        var type = StrictJson.RequiredText(root, "payloadType", MaximumTextLength, What);
        var payload = Bytes(StrictJson.Required(root, "payload", JsonValueKind.String, What), "payload");
        var array = StrictJson.Required(root, "signatures", JsonValueKind.Array, What);
        if (array.GetArrayLength() is var count and (0 or > MaximumSignatures))
        {
            throw new LedgerFormatException(
                $"Cannot read {What}: it must have 1 to {MaximumSignatures} signatures, found {count}.");
        }

        return new DsseEnvelope(type, payload, [.. array.EnumerateArray().Select(ReadSignature)]);
    }

    private static DsseSignature ReadSignature(JsonElement element, int index)
    {
        var what = $"signature {index} of the DSSE envelope";
        if (element.ValueKind is not JsonValueKind.Object)
        {
            throw new LedgerFormatException($"Cannot read {what}: it must be an object.");
        }

        var signature = Bytes(StrictJson.Required(element, "sig", JsonValueKind.String, what), "sig");
        return new DsseSignature(signature, StrictJson.OptionalText(element, "keyid", MaximumTextLength, what));
    }

    private static byte[] Bytes(JsonElement element, string name)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(element.GetString() ?? "");
        return StrictBase64.TryDecodeEither(text, out var bytes)
            ? bytes
            : throw new LedgerFormatException(
                $"Cannot read {What}: \"{name}\" must be base64 in its only spelling, found {Quote.Of(text)}.");
    }
}
