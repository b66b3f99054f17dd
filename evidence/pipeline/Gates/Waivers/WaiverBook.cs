using Evidence.Ledger;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;

namespace Evidence.Pipeline.Gates.Waivers;

/// <summary>
/// All waivers of a ledger, from its records in their order. What no trusted key signed says nothing.
/// </summary>
public sealed class WaiverBook
{
    private readonly SortedDictionary<long, Waiver> _waivers = [];

    /// <summary>Reads the waivers among <paramref name="records"/>.</summary>
    public WaiverBook(IEnumerable<StoredRecord> records, TrustedKeys trusted)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(trusted);
        foreach (var record in records.Where(r => r.SignedBy.Count > 0))
        {
            try
            {
                Take(record, trusted.IdentitiesOf(record.SignedBy));
            }
            catch (LedgerFormatException)
            {
                // Whatever it was to be, it is no request and no approval: nothing is waived by it.
            }
        }
    }

    /// <summary>All waivers, by the index of their request.</summary>
    public IReadOnlyCollection<Waiver> All => _waivers.Values;

    /// <summary>The waiver that the record at <paramref name="index"/> asks for, or null.</summary>
    public Waiver? At(long index) => _waivers.GetValueOrDefault(index);

    private void Take(StoredRecord record, IReadOnlyList<string> by)
    {
        if (WaiverRequest.In(record) is { } request)
        {
            _waivers[record.Place.Index] = new Waiver(record, request, by);
        }
        else if (WaiverApproval.In(record) is { } approval
            && At(approval.Request) is { Approval: null } waiver
            && waiver.Record.Id.ToString() == approval.Record)
        {
            waiver.ApprovalProblem = WaiverRules.RefusalOf(waiver, record.SignedBy, by);
            if (waiver.ApprovalProblem is null)
            {
                (waiver.Approval, waiver.ApprovedBy) = (record, by);
            }
        }
    }
}
