namespace Infra.Automation.State.Checks;

/// <summary>A lock that somebody holds, or held and never gave back.</summary>
/// <param name="File">The lock's file.</param>
/// <param name="Kind"><c>pulumi</c>, or <c>embedded</c> for a state of this machine.</param>
/// <param name="User">Who took it.</param>
/// <param name="Host">On which machine.</param>
/// <param name="Process">In which process.</param>
/// <param name="Since">When.</param>
/// <param name="Age">How long ago that is.</param>
/// <param name="Stale">Whether its run is over, as far as can be told.</param>
/// <param name="Sentence">Why it counts as that, and what to do.</param>
public sealed record LockFound(
    string File,
    string Kind,
    string User,
    string Host,
    int Process,
    DateTimeOffset Since,
    TimeSpan Age,
    bool Stale,
    string Sentence);
