namespace Evidence.Pipeline.Vault;

/// <summary>What a bucket says it does. Whether it keeps its word is for the probe to find out.</summary>
/// <param name="Versioning">Whether every overwrite keeps what was there.</param>
/// <param name="ObjectLock">Whether versions can be locked.</param>
/// <param name="Default">The rule for versions written without a lock of their own, or null if there is none.</param>
public sealed record VaultDescription(bool Versioning, bool ObjectLock, DefaultRetention? Default);
