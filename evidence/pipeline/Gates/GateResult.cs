using Evidence.Pipeline.Recording;

namespace Evidence.Pipeline.Gates;

/// <summary>A decision and its record.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Receipt">Where it is recorded.</param>
public sealed record GateResult(GateDecision Decision, EvidenceReceipt Receipt);
