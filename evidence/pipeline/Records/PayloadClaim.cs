using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Records;

/// <summary>
/// Where a record says its payload is. A replica may hold it elsewhere: the digest is what identifies it.
/// </summary>
public sealed record PayloadClaim
{
    /// <summary>Bucket it was written to.</summary>
    public required string Bucket { get; init; }

    /// <summary>Key in that bucket.</summary>
    public required string Key { get; init; }

    /// <summary>Version of that key.</summary>
    public required string VersionId { get; init; }

    /// <summary>Its length in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The claim as a location within the bucket.</summary>
    public VaultLocation ToLocation() => new(Key, VersionId);
}
