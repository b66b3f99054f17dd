using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Gates.Waivers;

/// <summary>A waiver as the ledger holds it: a request, and its first approval that counts.</summary>
/// <param name="Record">Record of the request.</param>
/// <param name="Request">The request.</param>
/// <param name="RequestedBy">Identities that signed it.</param>
public sealed record Waiver(StoredRecord Record, WaiverRequest Request, IReadOnlyList<string> RequestedBy)
{
    /// <summary>Record of the approval, or null as long as there is none that counts.</summary>
    public StoredRecord? Approval { get; internal set; }

    /// <summary>Identities that approved.</summary>
    public IReadOnlyList<string> ApprovedBy { get; internal set; } = [];

    /// <summary>Why the last approval that was tried does not count, or null.</summary>
    public string? ApprovalProblem { get; internal set; }
}
