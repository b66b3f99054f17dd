namespace Evidence.Pipeline.Signing;

/// <summary>Keys to sign with, by name: files of this machine, or a key service.</summary>
public interface ISignerSource
{
    /// <summary>
    /// Opens a key for as long as it is needed. Its public half is in the reader's trust folder, or it is refused: what
    /// nobody could verify is never signed.
    /// </summary>
    /// <param name="name">Its name, or null for the one that records are signed with where nobody names one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EvidenceException">There is no such key, or it may not be used.</exception>
    Task<OpenSigner> OpenAsync(string? name, CancellationToken cancellationToken);
}
