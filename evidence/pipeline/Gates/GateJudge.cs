using System.Globalization;
using Evidence.Ledger;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Gates.Waivers;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Gates;

/// <summary>
/// Decides one gate, from evidence that is at hand. Where the newest statement counts, one that nobody can believe is
/// not skipped but counts against: to ignore a record never makes a gate pass that did not.
/// </summary>
internal sealed class GateJudge(GateEvidence evidence, string environment, DateTimeOffset at)
{
    private readonly WaiverBook _waivers = new(evidence.Records, evidence.Trusted);
    private readonly SortedDictionary<long, StoredRecord> _inputs = [];
    private readonly List<AppliedWaiver> _applied = [];

    public GateDecision Decide(Gate gate)
    {
        var trace = Judge(gate.Name, gate.Root);
        return new GateDecision(
            at,
            environment,
            gate.Name,
            [.. _inputs.Values.Select(InputOf)],
            new DecidedLedger(evidence.Root().ToString(), evidence.Size, evidence.Unreadable),
            trace.Holds,
            new DecidedRules(evidence.Rules.GatesDigest.ToString(), evidence.Rules.WorkstreamsDigest.ToString()),
            GateDecision.SchemaName,
            trace.Parts,
            _applied);
    }

    private RequirementTrace Judge(string gate, Requirement requirement)
    {
        var trace = requirement switch
        {
            CombinedRequirement combined => Judge(gate, combined),
            EvidenceRequirement records => Judge(records),
            WorkstreamRequirement workstream => Judge(workstream),
            _ => throw new ArgumentOutOfRangeException(nameof(requirement), requirement, "Unknown requirement."),
        };
        return trace.Holds || requirement.WaiverClass is null ? trace : Waive(gate, trace);
    }

    private RequirementTrace Judge(string gate, CombinedRequirement combined)
    {
        List<RequirementTrace> parts = [.. combined.Parts.Select(part => Judge(gate, part))];
        var met = parts.Count(p => p.Holds);
        var wanted = combined.All ? parts.Count : 1;
        return new RequirementTrace(
            combined.Id,
            [],
            met >= wanted ? RequirementOutcome.Met : RequirementOutcome.Missing,
            parts,
            $"{met} of {parts.Count} are met; {(combined.All ? "all" : "one")} must be.");
    }

    private RequirementTrace Judge(WorkstreamRequirement wanted)
    {
        var stream = wanted.Workstream;
        List<RequirementTrace> parts = [.. stream.Evidence.Select(Judge)];
        var met = parts.Count(p => p.Holds);
        var enough = met >= (wanted.AllEvidence ? parts.Count : 1);
        var newest = evidence.Records.LastOrDefault(r => r.Predicate.Kind == GateKinds.WorkstreamStatus
            && r.Predicate.Environment == environment && r.Subject.Name == NameOf(stream.Name));
        var (state, said) = Read(newest, stream);
        var isMet = enough && state >= wanted.State;
        return new RequirementTrace(
            wanted.Id,
            newest is null ? [] : [Use(newest)],
            isMet ? RequirementOutcome.Met : RequirementOutcome.Missing,
            parts,
            $"{said} It must be {TextOf(wanted.State)}, with {(wanted.AllEvidence ? "all" : "any")} of its evidence: "
            + $"{met} of {parts.Count} is there and fresh.");
    }

    /// <summary>What the newest statement about a workstream says. Records name it by their subject.</summary>
    private static (WorkstreamState? State, string Said) Read(StoredRecord? newest, Workstream stream)
    {
        if (newest is null)
        {
            return (null, $"No record says how far \"{stream.Name}\" is; {stream.Owner} answers for it.");
        }

        var index = newest.Place.Index;
        try
        {
            return newest.SignedBy.Count == 0
                ? (null, $"Entry {index} says how far \"{stream.Name}\" is, and no trusted key signed it.")
                : WorkstreamStatus.In(newest) is { } status && status.Workstream == stream.Name
                ? (status.State, $"Entry {index} says that \"{stream.Name}\" is {TextOf(status.State)}, owned by "
                    + $"{Text.Quoted.Plain(status.Owner)}, with the date "
                    + $"{status.Target.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.")
                : (null, $"Entry {index} is about \"{stream.Name}\" by its name, and states another one.");
        }
        catch (LedgerFormatException)
        {
            return (null, $"Entry {index} should say how far \"{stream.Name}\" is, and cannot be read.");
        }
    }

    private RequirementTrace Judge(EvidenceRequirement wanted)
    {
        var counted = new List<StoredRecord>();
        string? broken = null;
        var (stale, untrusted) = (0, 0);
        foreach (var record in Enumerable.Reverse(evidence.Records).Where(r => Matches(wanted, r)))
        {
            var age = at - record.Predicate.CollectedAt;
            if (record.SignedBy.Count == 0)
            {
                untrusted++;
                broken = wanted.Outcome is null ? null : $"Entry {record.Place.Index} is not signed by a trusted key.";
            }
            else if (wanted.Outcome is { } outcome && record.Predicate.Outcome != outcome)
            {
                broken = $"Entry {record.Place.Index} "
                    + (record.Predicate.Outcome is { } other ? $"{TextOf(other)}." : "states no outcome.");
            }
            else if (age < -WriterClock.Tolerance)
            {
                broken = wanted.Outcome is null
                    ? null
                    : $"Entry {record.Place.Index} says that it was collected after this decision.";
            }
            else if (age > TimeSpan.FromDays(wanted.WithinDays))
            {
                stale++;
            }
            else
            {
                counted.Add(record);
            }

            if (broken is not null)
            {
                Use(record);
                break;
            }
        }

        var signers = evidence.Trusted.IdentitiesOf(counted.SelectMany(r => r.SignedBy)).Count;
        var isMet = counted.Count >= wanted.Count && signers >= wanted.Signers;
        return new RequirementTrace(
            wanted.Id,
            [.. counted.Select(Use).Order()],
            isMet ? RequirementOutcome.Met : RequirementOutcome.Missing,
            [],
            Describe(wanted, counted.Count, signers)
            + (isMet || broken is null ? "" : $" {broken}")
            + (isMet || stale == 0 ? "" : $" {stale} are older.")
            + (isMet || untrusted == 0 ? "" : $" {untrusted} are not signed by a trusted key."));
    }

    private string Describe(EvidenceRequirement wanted, int found, int signers)
    {
        var control = wanted.Control is null ? "" : $" for {wanted.Control}";
        var outcome = wanted.Outcome is { } o ? $" that {TextOf(o)} without a break" : "";
        var signed = wanted.Signers > 1 ? $", signed by {wanted.Signers} identities" : "";
        return $"{wanted.Count} {wanted.Kind}{control} about {wanted.Environment ?? environment} from the last "
            + $"{wanted.WithinDays} days{outcome}{signed}: found {found}"
            + (wanted.Signers > 1 ? $", signed by {signers}." : ".");
    }

    private bool Matches(EvidenceRequirement wanted, StoredRecord record) =>
        record.Predicate.Kind == wanted.Kind
        && record.Predicate.Environment == (wanted.Environment ?? environment)
        && (wanted.Control is null || record.Predicate.Controls.Contains(wanted.Control));

    private RequirementTrace Waive(string gate, RequirementTrace missing)
    {
        var refusals = new List<string>();
        foreach (var waiver in _waivers.All.Reverse().Where(w => w.Request.Gate == gate
            && w.Request.Requirement == missing.Id && w.Record.Predicate.Environment == environment))
        {
            var index = waiver.Record.Place.Index;
            if (WaiverRules.RefusalAt(waiver, at, evidence.Rules) is { } refusal)
            {
                refusals.Add($" The waiver of entry {index} does not count: {refusal}");
            }
            else if (waiver.Approval is { } approval)
            {
                var request = waiver.Request;
                _applied.Add(new AppliedWaiver(
                    Use(approval),
                    waiver.ApprovedBy,
                    request.Class,
                    request.Expires,
                    request.Reason,
                    Use(waiver.Record),
                    waiver.RequestedBy,
                    missing.Id,
                    request.Subject,
                    request.Ticket));
                return missing with
                {
                    Outcome = RequirementOutcome.Waived,
                    Reason = $"{missing.Reason} Waived by entries {index} and {approval.Place.Index} until "
                        + $"{UtcTimestamp.ToText(request.Expires)}.",
                    Waiver = index,
                };
            }
        }

        return missing with { Reason = missing.Reason + string.Concat(refusals) };
    }

    private long Use(StoredRecord record)
    {
        _inputs[record.Place.Index] = record;
        return record.Place.Index;
    }

    private DecisionInput InputOf(StoredRecord record) => new(
        record.Place.Index,
        record.Predicate.Kind,
        record.Subject.Sha256.ToString(),
        record.Id.ToString(),
        evidence.Trusted.IdentitiesOf(record.SignedBy));

    /// <summary>Name of the subject of a statement about a workstream.</summary>
    internal static string NameOf(string workstream) => $"workstream {workstream}";

    private static string TextOf(RecordOutcome outcome) => outcome is RecordOutcome.Passed ? "passed" : "failed";

    private static string TextOf(WorkstreamState state) => state switch
    {
        WorkstreamState.Planned => "planned",
        WorkstreamState.InProgress => "in progress",
        WorkstreamState.Done => "done",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
