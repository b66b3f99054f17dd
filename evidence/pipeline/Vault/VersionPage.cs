namespace Evidence.Pipeline.Vault;

/// <summary>One page of a listing.</summary>
/// <param name="Versions">Its lines.</param>
/// <param name="End">Where the next page starts, or null if this is the last.</param>
public sealed record VersionPage(IReadOnlyList<ListedVersion> Versions, PageEnd? End);

/// <summary>Where a page of a listing ended. Only the store knows what the parts mean.</summary>
/// <param name="Key">Last key.</param>
/// <param name="VersionId">Last version of that key, or null.</param>
public sealed record PageEnd(string Key, string? VersionId);
