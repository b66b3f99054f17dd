using System.Collections.Concurrent;
using System.Security.Cryptography;
using Evidence.Ledger.Text;

namespace Evidence.Ledger.Keys;

/// <summary>A public key on P-256, with what must be known to check its signatures.</summary>
public sealed class P256PublicKey : IVerifier
{
    /// <summary>Length of the DER SubjectPublicKeyInfo of a P-256 key, in bytes.</summary>
    public const int SpkiLength = 91;

    private const string PemLabel = "PUBLIC KEY";

    // ECDsa objects promise nothing about concurrent use: each verification borrows one of its own.
    private readonly ConcurrentBag<ECDsa> _idle = [];
    private readonly byte[] _spki;

    private P256PublicKey(byte[] spki, SignatureEncoding encoding)
    {
        _spki = spki;
        Encoding = encoding;
        Fingerprint = Sha256Hash.Of(spki);
        KeyId = Fingerprint.ToString();
    }

    // id-ecPublicKey on prime256v1 with an uncompressed point: the one spelling of a key that has one key id.
    private static ReadOnlySpan<byte> SpkiPrefix =>
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a,
        0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ];

    /// <inheritdoc/>
    public string KeyId { get; }

    /// <summary>SHA-256 of <see cref="Spki"/>: <see cref="KeyId"/> before it is spelled out.</summary>
    public Sha256Hash Fingerprint { get; }

    /// <summary>How this key's signatures are encoded.</summary>
    public SignatureEncoding Encoding { get; }

    /// <summary>The key as DER SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> Spki => _spki;

    /// <summary>Reads a key from its DER SubjectPublicKeyInfo.</summary>
    /// <exception cref="LedgerFormatException">The bytes are anything but a valid, uncompressed P-256 key.</exception>
    public static P256PublicKey FromSpki(
        ReadOnlySpan<byte> spki, SignatureEncoding encoding = SignatureEncoding.Der)
    {
        if (spki.Length != SpkiLength || !spki.StartsWith(SpkiPrefix))
        {
            throw new LedgerFormatException(
                $"A public key must be the {SpkiLength} bytes of an uncompressed P-256 SubjectPublicKeyInfo; "
                + $"found {spki.Length} bytes that are not.");
        }

        var key = new P256PublicKey(spki.ToArray(), encoding);
        key._idle.Add(key.Import());
        return key;
    }

    /// <summary>Reads a key from a PEM text that holds one <c>PUBLIC KEY</c> block.</summary>
    /// <exception cref="LedgerFormatException">The text holds no such block, or not a P-256 key.</exception>
    public static P256PublicKey FromPem(ReadOnlySpan<char> pem, SignatureEncoding encoding = SignatureEncoding.Der)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] is not PemLabel)
        {
            throw new LedgerFormatException($"A public key file must hold a PEM block \"{PemLabel}\"; found none.");
        }

        var spki = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64Chars(pem[fields.Base64Data], spki, out var length)
            ? FromSpki(spki.AsSpan(0, length), encoding)
            : throw new LedgerFormatException($"The PEM block \"{PemLabel}\" does not hold base64.");
    }

    /// <summary>The key as a PEM text with a final newline.</summary>
    public string ToPem() => PemEncoding.WriteString(PemLabel, _spki) + "\n";

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (!_idle.TryTake(out var ecdsa))
        {
            ecdsa = Import();
        }

        try
        {
            return ecdsa.VerifyData(message, signature, HashAlgorithmName.SHA256, Encoding.ToFormat());
        }
        finally
        {
            _idle.Add(ecdsa);
        }
    }

    /// <summary>The key id.</summary>
    public override string ToString() => KeyId;

    private ECDsa Import()
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(_spki, out _);
            return ecdsa;
        }
        catch (CryptographicException e)
        {
            ecdsa.Dispose();
            throw new LedgerFormatException($"The public key {Quote.Of(KeyId)} is not a point on P-256.", e);
        }
    }
}
