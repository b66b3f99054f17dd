using Evidence.Ledger.Statements;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Verification;

/// <summary>
/// Follows the times that records claim, in the order of the ledger. Large payloads are appended long after they were
/// collected, so only what is a day behind is reported here; who appends with a clock that is behind is refused at
/// once.
/// </summary>
internal sealed class LoggedTimes(DateTimeOffset now)
{
    private static readonly TimeSpan _longestUpload = TimeSpan.FromDays(1);

    private DateTimeOffset _latest = DateTimeOffset.UnixEpoch;
    private long _index;

    public IReadOnlyList<Finding> FindingsOf(StoredRecord record)
    {
        var (claimed, index) = (record.Predicate.CollectedAt, record.Place.Index);
        if (record.SignedBy.Count == 0)
        {
            return [];
        }

        if (claimed > now + WriterClock.Tolerance)
        {
            return [new Finding(
                FindingCode.ClockSetBack,
                $"Entry {index} says that it was collected at {UtcTimestamp.ToText(claimed)}, and here it is "
                + $"{UtcTimestamp.ToText(now)}: one of the two clocks is wrong.")];
        }

        if (claimed < _latest - _longestUpload)
        {
            return [new Finding(
                FindingCode.ClockSetBack,
                $"Entry {index} says that it was collected at {UtcTimestamp.ToText(claimed)}, and entry {_index} "
                + "before "
                + $"it at {UtcTimestamp.ToText(_latest)}: a clock was set back.")];
        }

        (_latest, _index) = claimed > _latest ? (claimed, index) : (_latest, _index);
        return [];
    }
}
