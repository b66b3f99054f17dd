using Evidence.Ledger;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Gates.Waivers;

/// <summary>The approval of a request, by somebody other than whoever made it.</summary>
/// <param name="Record">Id of the request's record: nobody approves what they did not see.</param>
/// <param name="Request">Index of that record.</param>
public sealed record WaiverApproval(string Record, long Request)
{
    /// <summary>The approval that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static WaiverApproval? In(StoredRecord record) =>
        FactJson.Read(record, GateKinds.WaiverApproval, GateJson.Default.WaiverApproval);
}
