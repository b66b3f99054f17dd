namespace Evidence.Ledger.Keys;

/// <summary>A P-256 private key, wherever it is: in this process, a file or a key service.</summary>
public interface ISigner
{
    /// <summary>The public half of the key.</summary>
    P256PublicKey PublicKey { get; }

    /// <summary>
    /// Signs <paramref name="message"/> with ECDSA over its SHA-256. The signature is encoded as
    /// <see cref="P256PublicKey.Encoding"/> of <see cref="PublicKey"/> says.
    /// </summary>
    ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);
}
