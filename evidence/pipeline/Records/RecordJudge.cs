using Evidence.Ledger;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Gates;
using Evidence.Pipeline.Signing;

namespace Evidence.Pipeline.Records;

/// <summary>
/// Reads entries in the order of the ledger and says whose each one is: signed by a trusted key, that may sign such a
/// record, at an index where it is valid. A key that an entry revokes is not believed in any later one, whatever time
/// that one claims. For one caller at a time, and one pass over the ledger from its first entry.
/// </summary>
/// <param name="trusted">The keys that this reader believes.</param>
public sealed class RecordJudge(TrustedKeys trusted)
{
    private readonly Dictionary<string, long> _revoked = [];

    /// <summary>Reads the next entry.</summary>
    /// <exception cref="LedgerFormatException">It holds no record that this version can read.</exception>
    public StoredRecord Read(ReadOnlyMemory<byte> envelope, RecordPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var record = StoredRecord.Read(envelope, place, trusted.Verifiers);
        var refusals = new List<string>();
        List<string> signers = [.. record.SignedBy.Where(id => IsAccepted(id, record, refusals))];
        if (record.SignedBy.Count > 0 && signers.Count == 0)
        {
            record = record with { SignedBy = signers, SignatureProblem = string.Join(' ', refusals) };
        }
        else if (signers.Count < record.SignedBy.Count)
        {
            record = record with { SignedBy = signers };
        }

        if (record.SignedBy.Count > 0 && KeyRevocation.In(record) is { } revocation)
        {
            _revoked.TryAdd(revocation.Key, place.Index);
        }

        return record;
    }

    /// <summary>What a record of that kind must be signed as.</summary>
    public static KeyRole RoleFor(string kind) => kind switch
    {
        CustodyKinds.LegalHold or CustodyKinds.LegalHoldRelease => KeyRole.HoldOfficer,
        CustodyKinds.DispositionIntent or CustodyKinds.Disposition => KeyRole.Custodian,
        CustodyKinds.KeyRevocation => KeyRole.KeyOfficer,
        GateKinds.WaiverApproval => KeyRole.Approver,
        _ => KeyRole.Writer,
    };

    private bool IsAccepted(string keyId, StoredRecord record, List<string> refusals)
    {
        var index = record.Place.Index;
        if (!trusted.TryGet(keyId, out var key))
        {
            return false;
        }

        if (_revoked.TryGetValue(keyId, out var at))
        {
            key = key with { RevokedAt = Math.Min(at, key.RevokedAt ?? at) };
        }

        // Whoever still holds a key can always say that it is not to be believed any more.
        var role = KeyRevocation.In(record)?.Key == keyId ? key.Roles.FirstOrDefault() : RoleFor(record.Predicate.Kind);
        if (key.RefusalAt(index, role) is { } refusal)
        {
            refusals.Add(refusal);
            return false;
        }

        return true;
    }
}
