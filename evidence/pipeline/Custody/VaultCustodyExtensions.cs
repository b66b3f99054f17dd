using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody;

internal static class VaultCustodyExtensions
{
    /// <summary>The store as custody needs it.</summary>
    public static IVaultCustody RequireCustody(this IVaultStore store) => store as IVaultCustody
        ?? throw new EvidenceException(
            EvidenceFault.Refused,
            $"{store.Name} can only be read and added to: holds are lifted and payloads disposed of in the vault "
            + "itself.");
}
