using System.Runtime.CompilerServices;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Flow;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Custody.Observing;

/// <summary>
/// What must be so from one observation to the next: a date never comes closer, a mode never softens, a hold stays
/// until its release, bytes stay what they are, and nothing goes without its disposition. Holds only two keys in
/// memory.
/// </summary>
public static class ObservationRules
{
    /// <summary>Compares two observations, each in the order of its listing.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    /// <param name="state">The ledger, read after the later one's last object was looked at.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async IAsyncEnumerable<ObservedFinding> CompareAsync(
        IAsyncEnumerable<ObservedVersion> before,
        IAsyncEnumerable<ObservedVersion> after,
        CustodyState state,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        await using var earlier = before.GroupAdjacentAsync(v => v.Key, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using var later = after.GroupAdjacentAsync(v => v.Key, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        var more = await later.MoveNextAsync();
        while (await earlier.MoveNextAsync())
        {
            var key = earlier.Current[0].Key;
            while (more && string.CompareOrdinal(later.Current[0].Key, key) < 0)
            {
                more = await later.MoveNextAsync();
            }

            var now = more && later.Current[0].Key == key ? later.Current : [];
            foreach (var finding in Compare(earlier.Current, now, state))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<ObservedFinding> Compare(
        IReadOnlyList<ObservedVersion> before, IReadOnlyList<ObservedVersion> after, CustodyState state)
    {
        var now = after.ToDictionary(v => v.Version, StringComparer.Ordinal);
        foreach (var was in before.Where(v => !v.IsMarker))
        {
            var findings = now.TryGetValue(was.Version, out var found)
                ? Compare(was, found, state)
                : Gone(was, state);
            foreach (var (code, reason) in findings)
            {
                yield return new ObservedFinding(code, was.Key, reason, was.Version);
            }
        }
    }

    private static IEnumerable<(FindingCode Code, string Reason)> Compare(
        ObservedVersion was, ObservedVersion found, CustodyState state)
    {
        var at = was.ToLocation();
        if (was.Mode is { } mode && !(found.Mode >= mode))
        {
            yield return (
                FindingCode.LockWeaker,
                $"The lock of {at} was {was.ToLock()} when it was observed last, and is {found.ToLock()}.");
        }

        if (was.RetainUntil is { } until && !(found.RetainUntil >= until))
        {
            var end = found.RetainUntil is { } date ? UtcTimestamp.ToText(date) : "no date at all";
            yield return (
                FindingCode.RetentionShortened,
                $"The lock of {at} lasted until {UtcTimestamp.ToText(until)} when it was observed last, and now until "
                + $"{end}.");
        }

        if (was.Hold && !found.Hold && !state.IsReleased(at))
        {
            yield return (FindingCode.HoldMissing, LiftedWithoutRelease(at, state));
        }

        if (was.Sha256 is { } digest && found.Sha256 is { } other && other != digest)
        {
            yield return (
                FindingCode.PayloadAltered, $"SHA-256 of {at} was {digest} when it was observed last, and is {other}.");
        }
    }

    private static IEnumerable<(FindingCode Code, string Reason)> Gone(ObservedVersion was, CustodyState state)
    {
        var at = was.ToLocation();
        if (was.IsLocked && state.DispositionOf(at) is null)
        {
            yield return (
                FindingCode.ObjectVanished,
                $"{at}, {was.Size} bytes under {was.ToLock()} when it was observed last, is gone, and no disposition "
                + "is recorded.");
        }

        if (was.Hold && !state.IsReleased(at))
        {
            yield return (FindingCode.HoldMissing, $"{at} is gone. {LiftedWithoutRelease(at, state)}");
        }
    }

    private static string LiftedWithoutRelease(VaultLocation at, CustodyState state)
    {
        var holds = state.ActiveHoldsOn(at);
        var which = holds.Count > 0 ? $"the hold of entry {holds[0].Index}" : "whatever hold it was";
        return $"A legal hold was on {at} when it was observed last and is not any more, and nobody released {which}.";
    }
}
