using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody.Holding;

/// <summary>Puts holds on versions and takes them off, and believes nothing before it has looked.</summary>
internal sealed class HoldSwitch(IVaultStore store, VaultBudget budget, TimeProvider time)
{
    private readonly Attempts _attempts = new(budget, time);

    /// <summary>Makes sure that a hold is on a version.</summary>
    public async Task SetAsync(VaultLocation at, CancellationToken cancellationToken)
    {
        var held = await _attempts.RunAsync(
            async stop =>
            {
                if ((await store.HeadAsync(at, stop)).Lock.Hold)
                {
                    return true;
                }

                await store.PlaceHoldAsync(at, stop);
                return (await store.HeadAsync(at, stop)).Lock.Hold;
            },
            0,
            $"put a legal hold on {at} in {store.Name}",
            cancellationToken);
        if (!held)
        {
            throw new EvidenceException(
                EvidenceFault.NotLocked,
                $"Put a legal hold on {at} in {store.Name}, and the store states none. Check whether these credentials "
                + "may set and see holds (`./strata evidence probe`).");
        }
    }

    /// <summary>Makes sure that no hold is on a version, if it is there.</summary>
    public async Task LiftAsync(VaultLocation at, CancellationToken cancellationToken)
    {
        var custody = store.RequireCustody();
        var held = await _attempts.RunAsync(
            async stop =>
            {
                try
                {
                    if (!(await store.HeadAsync(at, stop)).Lock.Hold)
                    {
                        return false;
                    }

                    await custody.LiftHoldAsync(at, stop);
                    return (await store.HeadAsync(at, stop)).Lock.Hold;
                }
                catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
                {
                    return false; // Nothing is left to hold; whether it may be gone is for verification to say.
                }
            },
            0,
            $"lift the legal hold on {at} in {store.Name}",
            cancellationToken);
        if (held)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"Lifted the legal hold on {at} in {store.Name}, and the store still states one. The release is "
                + "recorded; "
                + "run the same command again with credentials that may lift holds.");
        }
    }
}
