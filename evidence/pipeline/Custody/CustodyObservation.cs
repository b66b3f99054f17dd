using Evidence.Ledger;
using Evidence.Pipeline.Custody.Observing;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Custody;

/// <summary>
/// A look at every object of the vault. The payload of its record holds a line for each version (
/// <see cref="ObservedVersion"/>), in the order of the listing, and then one for each finding (
/// <see cref="ObservedFinding"/>).
/// </summary>
/// <param name="Bytes">Bytes of all versions.</param>
/// <param name="BytesRead">Bytes that were read again to compare their digests.</param>
/// <param name="DeleteMarkers">Delete markers that were seen.</param>
/// <param name="DigestPercent">
/// How many of a hundred versions were read again. Which ones follows from a hash over <paramref name="StartedAt"/>,
/// key and version, so that nobody knows before. Where several versions stand on a key, all of them are.
/// </param>
/// <param name="Findings">The first findings, at most <see cref="MostFindings"/>; all are in the payload.</param>
/// <param name="FindingCount">Number of all findings.</param>
/// <param name="FinishedAt">When the last object was looked at; UTC.</param>
/// <param name="LedgerSize">
/// Entries of the ledger that holds, releases and dispositions were read from: after all objects were looked at.
/// </param>
/// <param name="StartedAt">When the first object was looked at; UTC.</param>
/// <param name="Versions">Versions that were seen, delete markers not counted.</param>
/// <param name="Previous">Index of the observation that this one was compared with, or null of the first.</param>
public sealed record CustodyObservation(
    long Bytes,
    long BytesRead,
    long DeleteMarkers,
    int DigestPercent,
    IReadOnlyList<ObservedFinding> Findings,
    long FindingCount,
    DateTimeOffset FinishedAt,
    long LedgerSize,
    DateTimeOffset StartedAt,
    long Versions,
    long? Previous = null)
{
    /// <summary>Most findings that the record itself repeats, so that it fits into an entry of the ledger.</summary>
    public const int MostFindings = 32;

    /// <summary>Media type of the payload.</summary>
    public const string MediaType = "application/vnd.strata.custody-observation+jsonl";

    /// <summary>The observation that a record states, or null if it is of another kind.</summary>
    /// <exception cref="LedgerFormatException">It is of that kind, and states none.</exception>
    public static CustodyObservation? In(StoredRecord record) =>
        FactJson.Read(record, CustodyKinds.Observation, FactJson.Default.CustodyObservation);
}
