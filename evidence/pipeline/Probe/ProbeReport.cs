using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Probe;

/// <summary>What a store can do, as it showed itself.</summary>
/// <param name="Store">The bucket and its server.</param>
/// <param name="Attempts">Everything that was tried, in order.</param>
/// <param name="Leftovers">
/// Versions that the probe left behind because they are locked, or could not be removed.
/// </param>
public sealed record ProbeReport(
    string Store, IReadOnlyList<ProbeAttempt> Attempts, IReadOnlyList<StoredVersion> Leftovers)
{
    /// <summary>Whether what is put in it stays as it is.</summary>
    public bool IsVault => Attempts.All(a => a.Verdict is not ProbeVerdict.Bad);

    /// <summary>Whether the mutable head of a log can be moved by conditional writes alone.</summary>
    public bool HasConditionalWrites => Attempts.Count(
        a => a.Name is ProbeNames.CreateIfAbsent or ProbeNames.ReplaceIfSame && a.Verdict is ProbeVerdict.Able) == 2;
}
