namespace Evidence.Pipeline.Vault;

/// <summary>One page of a listing.</summary>
/// <param name="Versions">Its lines.</param>
/// <param name="End">Where the next page starts, or null if this is the last.</param>
public sealed record VersionPage(IReadOnlyList<ListedVersion> Versions, PageEnd? End);
