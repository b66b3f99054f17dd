namespace Evidence.Pipeline.Vault;

/// <summary>
/// One version of one object. A lock protects a version, not a key, so whatever is written is remembered and read by
/// both.
/// </summary>
/// <param name="Key">Key within the bucket.</param>
/// <param name="VersionId">The store's name of the version.</param>
public sealed record VaultLocation(string Key, string VersionId)
{
    /// <summary>For a sentence.</summary>
    public override string ToString() => $"\"{Key}\" version \"{VersionId}\"";
}
