using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody;

/// <summary>One version of one object, as facts name it.</summary>
/// <param name="Key">Key within the bucket.</param>
/// <param name="Version">The store's name of the version.</param>
public sealed record VaultObject(string Key, string Version)
{
    /// <summary>Names a version.</summary>
    public static VaultObject Of(VaultLocation at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return new VaultObject(at.Key, at.VersionId);
    }

    /// <summary>The version.</summary>
    public VaultLocation ToLocation() => new(Key, Version);
}
