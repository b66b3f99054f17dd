using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Log;

/// <summary>Records in the vault, locked and read back, on their way into the tree.</summary>
/// <param name="Key">Key of the batch, which ends in the digest of its bytes.</param>
/// <param name="VersionId">Its version.</param>
/// <param name="Records">How many records it holds.</param>
public sealed record StagedBatch(string Key, string VersionId, int Records)
{
    internal VaultLocation ToLocation() => new(Key, VersionId);
}
