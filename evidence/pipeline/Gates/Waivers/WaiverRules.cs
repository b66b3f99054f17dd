using System.Globalization;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Gates.Waivers;

/// <summary>What a waiver must be: asked when it is made, and again by every gate that meets it.</summary>
internal static class WaiverRules
{
    /// <summary>Why a request made at <paramref name="requestedAt"/> cannot count, or null if it can.</summary>
    public static string? RefusalOf(WaiverRequest request, DateTimeOffset requestedAt, GateRules rules)
    {
        if (new[] { request.Subject, request.Reason, request.Ticket }.Any(
            t => string.IsNullOrWhiteSpace(t) || t.Length > EvidenceItem.LongestName))
        {
            return "A waiver needs a subject, a reason and a ticket, each of at most "
                + $"{EvidenceItem.LongestName} characters.";
        }

        var requirement = rules.Gates.FirstOrDefault(g => g.Name == request.Gate)?.Requirements
            .FirstOrDefault(r => r.Id == request.Requirement);
        if (requirement is null)
        {
            return $"The gate {Quoted.Of(request.Gate)} has no requirement {Quoted.Of(request.Requirement)}: "
                + "`strata gate NAME` shows those it has.";
        }

        if (requirement.WaiverClass is not { } name)
        {
            return $"The requirement \"{request.Requirement}\" of the gate \"{request.Gate}\" may not be waived.";
        }

        if (request.Class != name)
        {
            return $"The requirement \"{request.Requirement}\" may be waived by the class \"{name}\" only, found "
                + $"{Quoted.Of(request.Class)}.";
        }

        var days = rules.WaiverClasses.First(c => c.Name == name).Days;
        if (request.Expires <= requestedAt)
        {
            return $"It ends at {UtcTimestamp.ToText(request.Expires)}, which is before it was asked for "
                + $"({UtcTimestamp.ToText(requestedAt)}).";
        }

        return request.Expires - requestedAt > TimeSpan.FromDays(days)
            ? $"It would last until {UtcTimestamp.ToText(request.Expires)}, and a waiver of the class \"{name}\" lasts "
                + $"at most {days.ToString(CultureInfo.InvariantCulture)} days from its request: until "
                + $"{UtcTimestamp.ToText(requestedAt.AddDays(days))}."
            : null;
    }

    /// <summary>Why these keys cannot approve what those asked for, or null if they can.</summary>
    public static string? RefusalOf(Waiver waiver, IReadOnlyList<string> keys, IReadOnlyList<string> identities)
    {
        var own = keys.Any(waiver.Record.SignedBy.Contains)
            ? keys.First(waiver.Record.SignedBy.Contains)
            : identities.FirstOrDefault(waiver.RequestedBy.Contains);
        return own is null
            ? null
            : $"\"{own}\" asked for the waiver of entry {waiver.Record.Place.Index}, and nobody approves their own "
                + "request. Have it approved with the key of somebody else who may.";
    }

    /// <summary>Why a waiver does not count at <paramref name="at"/>, or null if it does.</summary>
    public static string? RefusalAt(Waiver waiver, DateTimeOffset at, GateRules rules)
    {
        // A clock that was put forward for the approval alone gains nothing: its life begins with the request.
        var requestedAt = waiver.Record.Predicate.CollectedAt;
        if (requestedAt > at + WriterClock.Tolerance)
        {
            return $"It says that it was asked for at {UtcTimestamp.ToText(requestedAt)}, which is yet to come.";
        }

        if (RefusalOf(waiver.Request, requestedAt, rules) is { } refusal)
        {
            return refusal;
        }

        return waiver.Request.Expires <= at ? $"It ended at {UtcTimestamp.ToText(waiver.Request.Expires)}."
            : waiver.Approval is null ? waiver.ApprovalProblem ?? "Nobody has approved it."
            : null;
    }
}
