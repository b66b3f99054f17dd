namespace Evidence.Pipeline.Vault;

/// <summary>What the store says about one version.</summary>
/// <param name="At">Which version.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Lock">The lock it is under.</param>
public sealed record StoredVersion(VaultLocation At, long Size, LockState Lock);
