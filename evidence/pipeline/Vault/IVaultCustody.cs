namespace Evidence.Pipeline.Vault;

/// <summary>
/// What only custody does to a bucket, and always with a record of it: lift a hold that was released, and delete what
/// the store itself says is not locked any more. Apart from <see cref="IVaultStore"/>, so that nothing else can. The
/// same rules of calls and faults.
/// </summary>
public interface IVaultCustody
{
    /// <summary>Takes the legal hold off a version. Nothing happens to one without a hold.</summary>
    Task LiftHoldAsync(VaultLocation at, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a version for good, without any right to bypass a lock: the store refuses (
    /// <see cref="EvidenceFault.Refused"/>) as long as it is locked or held. Nothing happens if it is gone.
    /// </summary>
    Task DeleteAsync(VaultLocation at, CancellationToken cancellationToken);
}
