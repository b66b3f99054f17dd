using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Text;

namespace Evidence.Ledger.Notes;

/// <summary>A text with the signatures under it. Source: C2SP signed-note v1.0.0.</summary>
/// <param name="Text">The text with its last newline: what is signed, as UTF-8.</param>
/// <param name="Signatures">The signatures, of known and unknown types, in their order.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Longest note, in bytes: room for as many ML-DSA-44 signatures as there may be.</summary>
    public const int MaximumLength = 256 * 1024;

    /// <summary>Most signatures of a note. The format asks for at least 16.</summary>
    public const int MaximumSignatures = 64;

    private const int KeyIdSize = sizeof(uint);

    private static ReadOnlySpan<byte> LinePrefix => "— "u8;

    /// <summary>Signs <paramref name="text"/> with a P-256 key under <paramref name="name"/>.</summary>
    /// <exception cref="LedgerFormatException">The text cannot be a note's, or the name not a key's.</exception>
    public static async ValueTask<SignedNote> SignAsync(
        string text, string name, ISigner signer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signer);
        var key = NoteKey.Of(name, signer.PublicKey);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!IsText(bytes) || Encoding.UTF8.GetString(bytes) != text)
        {
            throw new LedgerFormatException(
                "Cannot sign: the text must be Unicode, end in a newline and have no other control character.");
        }

        var signature = await signer.SignAsync(bytes, cancellationToken).ConfigureAwait(false);
        return new SignedNote(text, [new NoteSignature(name, key.Id, signature)]);
    }

    /// <summary>Reads a note. Nothing in it may be believed before <see cref="Verify"/>.</summary>
    /// <exception cref="LedgerFormatException">The bytes are not a note within the limits above.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> note)
    {
        static LedgerFormatException Malformed(string why) => new($"Cannot read the note: {why}");
        if (note.Length > MaximumLength)
        {
            throw Malformed($"it has {note.Length} bytes and at most {MaximumLength} are accepted.");
        }

        if (!IsText(note))
        {
            throw Malformed("it must be UTF-8, end in a newline and have no other control character.");
        }

        // The text may have empty lines: the last one ends it.
        var split = note.LastIndexOf("\n\n"u8);
        if (split < 0)
        {
            throw Malformed("it has no empty line between text and signatures.");
        }

        var text = note[..(split + 1)];
        var textLines = text.Count((byte)'\n');
        var lines = new LineReader(note[(split + 2)..]);
        var signatures = new List<NoteSignature>();
        while (lines.TryRead(out var line))
        {
            if (signatures.Count == MaximumSignatures)
            {
                throw Malformed($"it has more than {MaximumSignatures} signatures.");
            }

            signatures.Add(TryParse(line) ?? throw Malformed(
                $"line {textLines + 1 + lines.Number} is not a signature line, found {Quote.Of(line)}."));
        }

        return signatures.Count > 0
            ? new SignedNote(Encoding.UTF8.GetString(text), signatures)
            : throw Malformed("it has no signatures.");
    }

    /// <summary>The note as bytes. A note that was read is written back byte for byte.</summary>
    public byte[] ToUtf8()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            var bytes = new byte[KeyIdSize + signature.Signature.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.KeyId);
            signature.Signature.CopyTo(bytes.AsMemory(KeyIdSize));
            note.Append("— ").Append(signature.Name).Append(' ').Append(Convert.ToBase64String(bytes)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(note.ToString());
    }

    /// <summary>
    /// Checks the signatures of trusted keys. Those of other keys are ignored, even if they share a name or an id with
    /// a trusted one.
    /// </summary>
    /// <returns>The trusted keys that signed, at least one, each once.</returns>
    /// <exception cref="ArgumentException">A trusted key is of a type that cannot be checked here.</exception>
    /// <exception cref="LedgerVerificationException">
    /// A trusted key's signature is wrong, or no trusted key signed.
    /// </exception>
    public IReadOnlyList<NoteKey> Verify(params IReadOnlyList<NoteKey> trusted)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        if (trusted.FirstOrDefault(key => key.Ecdsa is null) is { } other)
        {
            throw new ArgumentException(
                $"The key {Quote.Of(other.Name)} is of type 0x{other.Type:x2}; only 0x02 (P-256) can be checked here.",
                nameof(trusted));
        }

        var signers = new List<NoteKey>();
        var text = Encoding.UTF8.GetBytes(Text);
        foreach (var signature in Signatures)
        {
            var named = trusted.Where(key => key.Name == signature.Name && key.Id == signature.KeyId).ToList();
            if (named.Count == 0)
            {
                continue;
            }

            // More than one only if two trusted keys collide in name and id.
            var signer = named.Find(key => key.Ecdsa?.Verify(text, signature.Signature.Span) is true)
                ?? throw new LedgerVerificationException(
                    $"The note carries the name and id of the trusted key {Quote.Of(signature.Name)} "
                    + $"({signature.KeyId:x8}), and that key did not sign this text.");
            if (!signers.Contains(signer))
            {
                signers.Add(signer);
            }
        }

        return signers.Count > 0
            ? signers
            : throw new LedgerVerificationException(
                $"None of the note's {Signatures.Count} signatures is by one of the {trusted.Count} trusted keys.");
    }

    private static bool IsText(ReadOnlySpan<byte> utf8) =>
        utf8.EndsWith("\n"u8)
        && utf8.IndexOfAnyInRange((byte)0, (byte)('\n' - 1)) < 0
        && utf8.IndexOfAnyInRange((byte)('\n' + 1), (byte)(' ' - 1)) < 0
        && Utf8.IsValid(utf8);

    private static NoteSignature? TryParse(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(LinePrefix))
        {
            return null;
        }

        line = line[LinePrefix.Length..];
        var space = line.IndexOf((byte)' ');
        if (space < 0
            || !StrictBase64.TryDecode(line[(space + 1)..], out var bytes)
            || bytes.Length <= KeyIdSize)
        {
            return null;
        }

        var name = Encoding.UTF8.GetString(line[..space]);
        return NoteKey.IsName(name)
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(KeyIdSize))
            : null;
    }
}
