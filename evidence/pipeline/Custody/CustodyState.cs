using Evidence.Ledger;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody;

/// <summary>
/// What the ledger says about custody, from its records alone: holds and their releases, dispositions and observations.
/// Take the records from a <see cref="RecordJudge"/>, in their order. For one caller at a time.
/// </summary>
/// <param name="trusted">The keys that this reader believes, for whose they are.</param>
public sealed class CustodyState(TrustedKeys trusted)
{
    private readonly SortedDictionary<long, HeldEvidence> _holds = [];
    private readonly Dictionary<VaultLocation, List<HeldEvidence>> _holdsOn = [];
    private readonly Dictionary<VaultLocation, DisposedPayload> _disposed = [];
    private readonly SortedDictionary<long, DispositionIntent> _open = [];
    private readonly HashSet<long> _intents = [];
    private readonly Dictionary<long, string> _problems = [];

    /// <summary>Entries that were taken: one more than the index of the last record.</summary>
    public long Size { get; private set; }

    /// <summary>All holds, released ones too, by the index of their record.</summary>
    public IReadOnlyCollection<HeldEvidence> Holds => _holds.Values;

    /// <summary>The last observation that was recorded, or null.</summary>
    public StoredRecord? LastObservation { get; private set; }

    /// <summary>Intents of which no result is recorded, by index: whoever wrote them was interrupted.</summary>
    public IReadOnlyDictionary<long, DispositionIntent> OpenIntents => _open;

    /// <summary>Takes the next record. What no trusted key signed says nothing.</summary>
    public void Add(StoredRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Size = record.Place.Index + 1;
        if (record.SignedBy.Count == 0)
        {
            return;
        }

        try
        {
            Take(record);
        }
        catch (LedgerFormatException e)
        {
            _problems[record.Place.Index] = e.Message;
        }
    }

    /// <summary>Why the fact of the record at <paramref name="index"/> does not count, or null if it does.</summary>
    public string? ProblemOf(long index) => _problems.GetValueOrDefault(index);

    /// <summary>The hold that the record at <paramref name="index"/> put on, or null.</summary>
    public HeldEvidence? HoldAt(long index) => _holds.GetValueOrDefault(index);

    /// <summary>Holds on a version that nobody has released.</summary>
    public IReadOnlyList<HeldEvidence> ActiveHoldsOn(VaultLocation at) =>
        [.. _holdsOn.GetValueOrDefault(at, []).Where(h => h.ReleasedBy is null)];

    /// <summary>Whether there was a hold on a version, and each one has been released.</summary>
    public bool IsReleased(VaultLocation at) =>
        _holdsOn.TryGetValue(at, out var holds) && holds.TrueForAll(h => h.ReleasedBy is not null);

    /// <summary>The disposition of a version, or null if there is none.</summary>
    public DisposedPayload? DispositionOf(VaultLocation at) => _disposed.GetValueOrDefault(at);

    private void Take(StoredRecord record)
    {
        var index = record.Place.Index;
        var by = trusted.IdentitiesOf(record.SignedBy);
        if (record.Predicate.Retention.Hold)
        {
            var at = VaultObject.Of(record.Predicate.Payload.ToLocation());
            Hold(new HeldEvidence(index, index, null, by, [at]));
        }

        if (LegalHold.In(record) is { } hold)
        {
            Hold(new HeldEvidence(index, hold.Record, hold.Matter, by, hold.Objects));
        }
        else if (LegalHoldRelease.In(record) is { } release)
        {
            Release(index, release, by);
        }
        else if (DispositionIntent.In(record) is { } intent)
        {
            Intend(index, intent, by);
        }
        else if (Disposition.In(record) is { } disposition)
        {
            Conclude(index, disposition);
        }
        else if (CustodyObservation.In(record) is not null)
        {
            LastObservation = record;
        }
    }

    private void Hold(HeldEvidence hold)
    {
        _holds[hold.Index] = hold;
        foreach (var held in hold.Objects)
        {
            var at = held.ToLocation();
            (_holdsOn.TryGetValue(at, out var holds) ? holds : _holdsOn[at] = []).Add(hold);
        }
    }

    private void Release(long index, LegalHoldRelease release, IReadOnlyList<string> by)
    {
        if (!_holds.TryGetValue(release.Hold, out var hold))
        {
            _problems[index] = $"Entry {release.Hold}, which it releases, put no hold on anything.";
        }
        else if (by.Intersect(hold.By).FirstOrDefault() is { } own)
        {
            _problems[index] = $"\"{own}\" put the hold of entry {release.Hold} on, and nobody releases their own.";
        }
        else
        {
            // Two runs of one command, or one whose first write came late, record one hold twice.
            foreach (var same in _holds.Values.Where(h => h == hold || h.IsRepetitionOf(hold)))
            {
                same.ReleasedBy ??= index;
            }
        }
    }

    private void Intend(long index, DispositionIntent intent, IReadOnlyList<string> by)
    {
        _open[index] = intent;
        _intents.Add(index);
        foreach (var item in intent.Objects)
        {
            var at = item.ToLocation();
            _disposed[at] = new DisposedPayload(
                index, intent.DecidedAt, item, by, ActiveHoldsOn(at) is [var hold, ..] ? hold.Index : null);
        }
    }

    private void Conclude(long index, Disposition disposition)
    {
        if (!_intents.Contains(disposition.Intent))
        {
            _problems[index] = $"Entry {disposition.Intent}, whose results it states, is no intent.";
            return;
        }

        if (!_open.Remove(disposition.Intent))
        {
            return; // Two runs completed one that was interrupted; the first to say so is believed.
        }

        foreach (var result in disposition.Results)
        {
            if (_disposed.TryGetValue(new VaultLocation(result.Key, result.Version), out var disposed)
                && disposed.Intent == disposition.Intent)
            {
                (disposed.Result, disposed.ResultIndex) = (result, index);
            }
        }
    }
}
