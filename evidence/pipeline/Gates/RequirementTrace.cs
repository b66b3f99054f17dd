namespace Evidence.Pipeline.Gates;

/// <summary>Why a requirement is met or not.</summary>
/// <param name="Id">The requirement.</param>
/// <param name="Inputs">Indices of the records that it was decided by.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Parts">What it is combined of, if it is.</param>
/// <param name="Reason">What was found or what is missing, as a sentence.</param>
/// <param name="Waiver">Index of the request of the waiver in force, or null.</param>
public sealed record RequirementTrace(
    string Id,
    IReadOnlyList<long> Inputs,
    RequirementOutcome Outcome,
    IReadOnlyList<RequirementTrace> Parts,
    string Reason,
    long? Waiver = null)
{
    /// <summary>Whether the gate may be passed as far as this goes.</summary>
    internal bool Holds => Outcome is not RequirementOutcome.Missing;
}
