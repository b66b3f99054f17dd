namespace Evidence.Pipeline.Vault;

/// <summary>Where a page of a listing ended. Only the store knows what the parts mean.</summary>
/// <param name="Key">Last key.</param>
/// <param name="VersionId">Last version of that key, or null.</param>
public sealed record PageEnd(string Key, string? VersionId);
