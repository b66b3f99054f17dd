using System.Text;
using Evidence.Ledger.Statements;

namespace Evidence.Pipeline.Gates.Rendering;

/// <summary>A decision as the summary of a job, in GitHub's Markdown.</summary>
public static class GateMarkdown
{
    /// <summary>The decision, a row for each requirement.</summary>
    public static string Of(GateDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var text = new StringBuilder()
            .Append($"## Gate `{decision.Gate}`: {(decision.Passed ? "passed" : "not passed")}\n\n")
            .Append($"{Escape(GateText.Headline(decision))}\n\n")
            .Append("| outcome | requirement | found | entries |\n| --- | --- | --- | --- |\n");
        foreach (var trace in decision.Trace)
        {
            Write(text, trace, path: "");
        }

        if (decision.Waivers.Count > 0)
        {
            text.Append("\n| waived | subject | reason | ticket | requested by | approved by | until |\n")
                .Append("| --- | --- | --- | --- | --- | --- | --- |\n");
        }

        foreach (var waiver in decision.Waivers)
        {
            text.Append($"| {waiver.Requirement} | {Escape(waiver.Subject)} | {Escape(waiver.Reason)} ")
                .Append($"| {Escape(waiver.Ticket)} | {Escape(string.Join(", ", waiver.RequestedBy))} ")
                .Append($"| {Escape(string.Join(", ", waiver.ApprovedBy))} ")
                .Append($"| {UtcTimestamp.ToText(waiver.Expires)} |\n");
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, RequirementTrace trace, string path)
    {
        var name = path.Length == 0 ? trace.Id : $"{path} / {trace.Id}";
        text.Append($"| {GateText.Word(trace.Outcome)} | {name} | {Escape(trace.Reason)} ")
            .Append($"| {string.Join(", ", trace.Inputs)} |\n");
        foreach (var part in trace.Parts)
        {
            Write(text, part, name);
        }
    }

    /// <summary>Foreign text that can neither end its cell nor begin a tag or a link.</summary>
    private static string Escape(string foreign)
    {
        var text = new StringBuilder();
        foreach (var c in Text.Quoted.Plain(foreign))
        {
            _ = c is '|' or '<' or '>' or '[' or ']' or '`' or '*' or '_' or '\\' or '&'
                ? text.Append($"&#{(int)c};")
                : text.Append(c);
        }

        return text.ToString();
    }
}
