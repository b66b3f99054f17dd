namespace Evidence.Pipeline.Signing;

/// <summary>Keys of another source, with the name of the one that is meant where nobody names one.</summary>
/// <param name="source">The other source.</param>
/// <param name="usual">The name.</param>
public sealed class NamedSigners(ISignerSource source, string usual) : ISignerSource
{
    /// <inheritdoc/>
    public Task<OpenSigner> OpenAsync(string? name, CancellationToken cancellationToken) =>
        source.OpenAsync(name ?? usual, cancellationToken);
}
