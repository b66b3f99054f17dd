using System.Security.Cryptography;

namespace Evidence.Ledger.Keys;

/// <summary>A P-256 private key held in this process.</summary>
public sealed class P256KeyPair : ISigner, IDisposable
{
    private readonly ECDsa _ecdsa;
    private readonly Lock _signing = new();

    private P256KeyPair(ECDsa ecdsa, SignatureEncoding encoding)
    {
        _ecdsa = ecdsa;
        PublicKey = P256PublicKey.FromSpki(ecdsa.ExportSubjectPublicKeyInfo(), encoding);
    }

    /// <inheritdoc/>
    public P256PublicKey PublicKey { get; }

    /// <summary>Makes a new key from the system's random numbers.</summary>
    public static P256KeyPair Generate() =>
        new(ECDsa.Create(ECCurve.NamedCurves.nistP256), SignatureEncoding.Der);

    /// <summary>Reads a private key from a PEM text: <c>PRIVATE KEY</c> (PKCS#8) or <c>EC PRIVATE KEY</c>.</summary>
    /// <exception cref="LedgerFormatException">The text holds no such key, or one on another curve.</exception>
    public static P256KeyPair FromPem(
        ReadOnlySpan<char> pem, SignatureEncoding encoding = SignatureEncoding.Der)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(pem);
            return new P256KeyPair(ecdsa, encoding);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or LedgerFormatException)
        {
            ecdsa.Dispose();
            // The inner exception never quotes the key, and neither do we.
            throw new LedgerFormatException("The private key file must hold one unencrypted P-256 key as PEM.", e);
        }
    }

    /// <summary>The private key as PKCS#8 PEM with a final newline: a secret.</summary>
    public string ToPem() => _ecdsa.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>Signs in this process, at once.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        lock (_signing)
        {
            return _ecdsa.SignData(message, HashAlgorithmName.SHA256, PublicKey.Encoding.ToFormat());
        }
    }

    /// <inheritdoc/>
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<byte[]>(Sign(message.Span));
    }

    /// <inheritdoc/>
    public void Dispose() => _ecdsa.Dispose();
}
