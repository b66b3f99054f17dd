using Evidence.Pipeline.Vault;

namespace Strata.Cli.Evidence;

/// <summary>A place in the vault as <c>--json</c> shows it.</summary>
internal sealed record LocationView(string Key, string VersionId, long? Index = null)
{
    public static LocationView Of(VaultLocation at) => new(at.Key, at.VersionId);
}
