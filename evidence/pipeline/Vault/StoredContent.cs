namespace Evidence.Pipeline.Vault;

/// <summary>One version, opened for reading.</summary>
/// <param name="version">What the store says about it, from the same answer that carries the bytes.</param>
/// <param name="body">The bytes, as they arrive.</param>
/// <param name="answer">What to dispose of with the stream; null if nothing.</param>
public sealed class StoredContent(StoredVersion version, Stream body, IDisposable? answer = null) : IAsyncDisposable
{
    /// <summary>What the store says about the version.</summary>
    public StoredVersion Version { get; } = version;

    /// <summary>
    /// Its bytes. Reads throw <see cref="EvidenceException"/> when the store falls silent or goes away.
    /// </summary>
    public Stream Body { get; } = body;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Body.DisposeAsync();
        answer?.Dispose();
    }
}
