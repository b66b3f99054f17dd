using System.Text.RegularExpressions;

namespace Infra.Automation.Policies.Iam;

/// <summary>IAM's patterns: <c>*</c> is any text, <c>?</c> any one character; actions know no case.</summary>
internal static class Glob
{
    public static bool Matches(string pattern, string text) => pattern == "*" || Regex.IsMatch(
        text,
        "\\A" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)
            .Replace(@"\?", ".", StringComparison.Ordinal) + "\\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
