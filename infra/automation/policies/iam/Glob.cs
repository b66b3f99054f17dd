namespace Infra.Automation.Policies.Iam;

/// <summary>IAM's patterns: <c>*</c> is any text, <c>?</c> any one character; actions know no case.</summary>
internal static class Glob
{
    /// <summary>
    /// Whether a pattern covers a text. Goes back to the last <c>*</c> only, so it takes no more than the product of
    /// the two lengths; a graph has thousands of patterns, each used once, too few to pay for a compiled expression.
    /// </summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (at, reached) = (0, 0);
        var (star, resume) = (-1, 0);
        while (reached < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, reached);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || Same(pattern[at], text[reached])))
            {
                at++;
                reached++;
            }
            else if (star >= 0)
            {
                (at, reached) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].Trim('*').IsEmpty;
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
