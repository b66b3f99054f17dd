namespace Evidence.Pipeline.Signing;

/// <summary>The keys in a folder of this machine: one file for each name.</summary>
/// <param name="folder">Folder of the private keys; created on first use, mode 0700.</param>
/// <param name="trust">Where their public halves are.</param>
/// <param name="time">For waiting on others who create the same key.</param>
public sealed class LocalSigners(string folder, TrustFolder trust, TimeProvider time) : ISignerSource
{
    /// <inheritdoc/>
    public async Task<OpenSigner> OpenAsync(string? name, CancellationToken cancellationToken) => new(name is null
        ? await LocalSigningKey.OpenOrCreateAsync(folder, trust, time, cancellationToken)
        : LocalSigningKey.Open(folder, name, trust));
}
