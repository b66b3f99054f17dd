using Evidence.Ledger;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Recording;

/// <summary>
/// An item whose payload is stored and whose record is signed, but not yet appended: not acknowledged.
/// </summary>
internal sealed record StoredItem(PlannedItem Planned, Sha256Hash Digest, WrittenVersion Payload, SignedRecord Record)
{
    public EvidenceReceipt Acknowledge(RecordPlace place) => new()
    {
        Id = Record.Id,
        Name = Planned.Item.Name,
        Digest = Digest,
        Payload = Payload,
        Record = place,
        Retention = Planned.Retention.Name,
    };
}
