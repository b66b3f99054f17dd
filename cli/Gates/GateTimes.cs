using System.CommandLine.Parsing;
using System.Globalization;
using Evidence.Ledger.Statements;

namespace Strata.Cli.Gates;

/// <summary>Times as the verbs of gates take them.</summary>
internal static class GateTimes
{
    /// <summary>Reads a time like "2026-01-31T23:59:59Z", or a date, which means its midnight in UTC.</summary>
    public static DateTimeOffset? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (UtcTimestamp.TryParse(text, out var moment)
            || DateTimeOffset.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
        {
            return moment;
        }

        argument.AddError($"\"{text}\" is no time: write 2026-01-31T23:59:59Z, or 2026-01-31 for midnight UTC.");
        return null;
    }
}
