using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Text;

namespace Evidence.Ledger.Notes;

/// <summary>
/// A key that signs notes, as its <c>name+id+base64</c> text (vkey) says. Every type can be read and written; only
/// signatures of ECDSA keys can be checked here, and those must be on P-256. Source: C2SP signed-note.
/// </summary>
public sealed class NoteKey
{
    /// <summary>Type of an ECDSA key: DER signatures over SHA-256, whose id is taken from the key alone.</summary>
    public const byte EcdsaType = 0x02;

    /// <summary>Type of an Ed25519 key.</summary>
    public const byte Ed25519Type = 0x01;

    /// <summary>Longest vkey, in characters: an ML-DSA-44 key has 1,752 in base64.</summary>
    public const int MaximumLength = 4096;

    private readonly byte[] _material;

    private NoteKey(string name, uint id, byte type, byte[] material, P256PublicKey? ecdsa) =>
        (Name, Id, Type, _material, Ecdsa) = (name, id, type, material, ecdsa);

    /// <summary>Name of the key, for a log its origin.</summary>
    public string Name { get; }

    /// <summary>Four bytes that tell apart keys of one name.</summary>
    public uint Id { get; }

    /// <summary>How the key signs.</summary>
    public byte Type { get; }

    /// <summary>The key's bytes as its type writes them.</summary>
    public ReadOnlyMemory<byte> Material => _material;

    /// <summary>The key that checks signatures, or null if this library cannot check those of its type.</summary>
    public P256PublicKey? Ecdsa { get; }

    /// <summary>A P-256 key under the name it signs notes with.</summary>
    /// <exception cref="LedgerFormatException">The name is not one.</exception>
    /// <exception cref="ArgumentException">The key's owner writes raw signatures; notes carry DER.</exception>
    public static NoteKey Of(string name, P256PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Encoding is not SignatureEncoding.Der)
        {
            throw new ArgumentException("Notes carry ECDSA signatures as DER; this key signs otherwise.", nameof(key));
        }

        return IsName(name)
            ? new NoteKey(name, IdOf(key.Fingerprint.Bytes), EcdsaType, key.Spki.ToArray(), key)
            : throw new LedgerFormatException(
                $"A note key's name must not be empty or contain \"+\" or white space, found {Quote.Of(name)}.");
    }

    /// <summary>Reads <c>name+id+base64(type ‖ key)</c>.</summary>
    /// <exception cref="LedgerFormatException">
    /// The text is anything else, or the id of a key of type 1 or 2 is not its own.
    /// </exception>
    public static NoteKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        LedgerFormatException Malformed(string why) => new($"Cannot read the note key {Quote.Of(text)}: {why}");
        if (text.Length > MaximumLength)
        {
            throw Malformed($"it has {text.Length} characters and at most {MaximumLength} are accepted.");
        }

        // Base64 may contain a plus sign, names and ids may not.
        if (text.Split('+', 3) is not [var name, var id, var base64] || !IsName(name))
        {
            throw Malformed("it must be a name, an id and a key, with \"+\" between them.");
        }

        Span<byte> idBytes = stackalloc byte[sizeof(uint)];
        if (!LowerHex.TryDecode(id, idBytes))
        {
            throw Malformed("its id must be 8 lowercase hexadecimal digits.");
        }

        var number = IdOf(idBytes);

        if (!StrictBase64.TryDecode(Encoding.UTF8.GetBytes(base64), out var bytes) || bytes.Length < 2)
        {
            throw Malformed("its last part must be base64 of a type byte and a key.");
        }

        var (type, material) = (bytes[0], bytes[1..]);
        var ecdsa = type is EcdsaType ? P256PublicKey.FromSpki(material) : null;
        // Other types have rules of their own for their ids, and nothing here depends on them.
        uint? own = ecdsa is not null ? IdOf(ecdsa.Fingerprint.Bytes)
            : type is Ed25519Type ? IdOf(Sha256Hash.Of([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. bytes]).Bytes)
            : null;
        return own is null || own == number
            ? new NoteKey(name, number, type, material, ecdsa)
            : throw Malformed($"its id must be {own:x8}.");
    }

    /// <summary>The key as <c>name+id+base64</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{Convert.ToBase64String([Type, .. _material])}");

    /// <summary>Whether a name can stand in a signature line.</summary>
    internal static bool IsName(string name) =>
        name.Length > 0 && !name.Any(c => c is '+' or < ' ' || char.IsWhiteSpace(c));

    private static uint IdOf(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt32BigEndian(hash);
}
