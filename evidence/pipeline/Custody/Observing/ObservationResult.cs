using Evidence.Pipeline.Recording;

namespace Evidence.Pipeline.Custody.Observing;

/// <summary>What came of looking at the vault.</summary>
/// <param name="Observation">What its record states.</param>
/// <param name="Findings">The first findings, at most <see cref="Observer.MostFindings"/>.</param>
/// <param name="Receipt">Where it is recorded, or null if it could not be.</param>
/// <param name="NotRecorded">Why it is not recorded, or null if it is.</param>
public sealed record ObservationResult(
    CustodyObservation Observation,
    IReadOnlyList<ObservedFinding> Findings,
    EvidenceReceipt? Receipt,
    EvidenceException? NotRecorded);
