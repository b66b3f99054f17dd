using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Gates.Rules;

/// <summary>Records that must be in the ledger.</summary>
/// <param name="Id">Its name within the gate.</param>
/// <param name="WaiverClass">Class of the waivers that it may be met by instead, or null of none.</param>
/// <param name="Kind">Kind of the records.</param>
/// <param name="Control">Id of a control that they must name, or null of any.</param>
/// <param name="Environment">Environment they must be about, or null of the one that is decided for.</param>
/// <param name="WithinDays">How old they may be.</param>
/// <param name="Count">How many there must be.</param>
/// <param name="Outcome">
/// Outcome that the newest of them must have without a break, or null of any. A later record of another outcome, or one
/// that no trusted key signed, breaks the row: nothing bad is hidden by something good before it.
/// </param>
/// <param name="Signers">How many different identities must have signed them.</param>
public sealed record EvidenceRequirement(
    string Id,
    string? WaiverClass,
    string Kind,
    string? Control,
    string? Environment,
    int WithinDays,
    int Count,
    RecordOutcome? Outcome,
    int Signers) : Requirement(Id, WaiverClass);
