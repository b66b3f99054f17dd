namespace Evidence.Pipeline.Gates.Rules;

/// <summary>How far a workstream must be, and with how much of its evidence.</summary>
/// <param name="Id">Its name within the gate.</param>
/// <param name="WaiverClass">Class of the waivers that it may be met by instead, or null of none.</param>
/// <param name="Workstream">The workstream.</param>
/// <param name="State">The least that it must be.</param>
/// <param name="AllEvidence">Whether all of its evidence must be there and fresh; else one is enough.</param>
public sealed record WorkstreamRequirement(
    string Id, string? WaiverClass, Workstream Workstream, WorkstreamState State, bool AllEvidence)
    : Requirement(Id, WaiverClass);
