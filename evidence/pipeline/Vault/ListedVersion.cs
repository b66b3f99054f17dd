namespace Evidence.Pipeline.Vault;

/// <summary>One line of a listing.</summary>
/// <param name="At">Which version.</param>
/// <param name="Size">Its length in bytes; 0 for a delete marker.</param>
/// <param name="IsLatest">Whether it is what a reader without a version id is served.</param>
/// <param name="IsDeleteMarker">Whether it only hides what is below.</param>
public sealed record ListedVersion(VaultLocation At, long Size, bool IsLatest, bool IsDeleteMarker);
