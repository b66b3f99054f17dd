using Evidence.Ledger.Keys;

namespace Evidence.Pipeline.Signing;

/// <summary>A key in use. Dispose of it when the last signature is made: nothing keeps a private key longer.</summary>
/// <param name="signer">The key.</param>
public sealed class OpenSigner(ISigner signer) : ISigner, IDisposable
{
    /// <inheritdoc/>
    public P256PublicKey PublicKey => signer.PublicKey;

    /// <inheritdoc/>
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        signer.SignAsync(message, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => (signer as IDisposable)?.Dispose();
}
