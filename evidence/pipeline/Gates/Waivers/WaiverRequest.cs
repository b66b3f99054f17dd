using Evidence.Ledger;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Gates.Waivers;

/// <summary>A request to go without something that a gate requires, in the environment of its record.</summary>
/// <param name="Class">Class of the waiver, which says how long it may last.</param>
/// <param name="Expires">When it ends; UTC.</param>
/// <param name="Gate">The gate.</param>
/// <param name="Reason">Why.</param>
/// <param name="Requirement">The requirement within the gate.</param>
/// <param name="Subject">What goes without it, for people: a release, a service.</param>
/// <param name="Ticket">Where it is followed up.</param>
public sealed record WaiverRequest(
    string Class,
    DateTimeOffset Expires,
    string Gate,
    string Reason,
    string Requirement,
    string Subject,
    string Ticket)
{
    /// <summary>The request that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static WaiverRequest? In(StoredRecord record) =>
        FactJson.Read(record, GateKinds.WaiverRequest, GateJson.Default.WaiverRequest);
}
