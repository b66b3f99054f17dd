using Evidence.Ledger;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Gates;

/// <summary>A time in which something did not happen that was expected to.</summary>
/// <param name="EveryDays">Most days that may be between two.</param>
/// <param name="From">The last time before it, or the ledger's beginning; UTC.</param>
/// <param name="Happened">Whether it had ever happened before.</param>
/// <param name="Id">What was expected.</param>
/// <param name="Until">The next time, or the time that was looked at; UTC.</param>
public sealed record ExpectedGap(int EveryDays, DateTimeOffset From, bool Happened, string Id, DateTimeOffset Until)
{
    // A gap that is over stays a finding for as long as people remember why.
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(31);

    /// <summary>The gap as a sentence.</summary>
    public string Reason =>
        $"\"{Id}\" is expected every {EveryDays} days, and did not happen "
        + (Happened ? "" : "at all ")
        + $"from {UtcTimestamp.ToText(From)} to {UtcTimestamp.ToText(Until)}: {(Until - From).TotalDays:0.0} days.";

    internal static IEnumerable<ExpectedGap> Of(
        ExpectedRun run, GateEvidence evidence, string environment, DateTimeOffset at)
    {
        var times = evidence.Records
            .Where(r => r.SignedBy.Count > 0 && r.Predicate.Environment == environment && r.Predicate.Kind == run.Kind
                && (run.Control is null || r.Predicate.Controls.Contains(run.Control)) && IsOf(run.Gate, r))
            .Select(r => r.Predicate.CollectedAt)
            .Where(time => time <= at)
            .Order()
            .ToList();
        var (last, happened) = (evidence.Begun ?? at, false);
        foreach (var time in times.Append(at))
        {
            if (time - last > TimeSpan.FromDays(run.EveryDays) && time > at - _remembered)
            {
                yield return new ExpectedGap(run.EveryDays, last, happened, run.Id, time);
            }

            (last, happened) = (time, true);
        }
    }

    private static bool IsOf(string? gate, StoredRecord record)
    {
        try
        {
            return gate is null || DecisionFact.In(record)?.Gate == gate;
        }
        catch (LedgerFormatException)
        {
            return false; // It is of that kind and states no decision: nothing happened.
        }
    }
}
