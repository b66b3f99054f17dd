using System.Collections.Immutable;

namespace Infra.Automation.State.Checks;

/// <summary>What was found about states.</summary>
/// <param name="Checked">The files that were read, and the folders that were looked into.</param>
/// <param name="Locks">Every lock that was found, stale or held.</param>
/// <param name="Faults">What is wrong in states.</param>
/// <param name="Forbidden">Flags and variables that must not be used.</param>
public sealed record StateReport(
    ImmutableArray<string> Checked,
    ImmutableArray<LockFound> Locks,
    ImmutableArray<StateFault> Faults,
    ImmutableArray<ForbiddenUse> Forbidden)
{
    /// <summary>The format of the document.</summary>
    public string Schema { get; } = "strata.state-check/v1";

    /// <summary>Whether a state contradicts itself.</summary>
    public bool HasContradiction => Faults.Any(fault => fault.Contradicts);

    /// <summary>Whether anything needs attention.</summary>
    public bool HasFinding => !Faults.IsEmpty || !Forbidden.IsEmpty || Locks.Any(found => found.Stale);
}
