using System.Text;
using Evidence.Ledger.Statements;

namespace Evidence.Pipeline.Gates.Rendering;

/// <summary>A decision for people.</summary>
public static class GateText
{
    private const int ShownOfRoot = 12;

    /// <summary>The decision, a line for each requirement, indented as they are combined.</summary>
    public static string Of(GateDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var text = new StringBuilder($"{Headline(decision)}\n");
        foreach (var trace in decision.Trace)
        {
            Write(text, trace, depth: 1);
        }

        foreach (var waiver in decision.Waivers)
        {
            text.Append($"  Waiver of {waiver.Requirement} (entry {waiver.Request}, ")
                .Append($"approved by entry {waiver.Approval}), ")
                .Append($"{Text.Quoted.Plain(waiver.Ticket)}: {Text.Quoted.Plain(waiver.Reason)}\n");
        }

        return text.ToString();
    }

    internal static string Headline(GateDecision decision) =>
        $"The gate \"{decision.Gate}\" is {(decision.Passed ? "passed" : "NOT passed")} for {decision.Environment} at "
        + $"{UtcTimestamp.ToText(decision.At)}, from {decision.Ledger.Size} entries with the root "
        + $"{decision.Ledger.Root[..ShownOfRoot]}.";

    internal static string Word(RequirementOutcome outcome) => outcome switch
    {
        RequirementOutcome.Met => "met",
        RequirementOutcome.Waived => "waived",
        RequirementOutcome.Missing => "MISSING",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    private static void Write(StringBuilder text, RequirementTrace trace, int depth)
    {
        text.Append(' ', 2 * depth).Append($"{Word(trace.Outcome),-7}  {trace.Id}: {trace.Reason}\n");
        foreach (var part in trace.Parts)
        {
            Write(text, part, depth + 1);
        }
    }
}
