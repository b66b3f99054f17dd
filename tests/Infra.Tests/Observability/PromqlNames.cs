using System.Text.RegularExpressions;

namespace Infra.Tests.Observability;

/// <summary>Which metrics a query names: every word that is no function, keyword, label or text.</summary>
internal static partial class PromqlNames
{
    private static readonly HashSet<string> _words =
    [
        "sum", "min", "max", "count", "avg", "by", "on", "and", "or", "bool", "rate", "increase", "time", "vector",
        "absent",
        "clamp_min", "avg_over_time", "max_over_time", "sum_over_time",
    ];

    public static IReadOnlySet<string> Metrics(string query)
    {
        var bare = Grouping().Replace(Ranges().Replace(Matchers().Replace(query, ""), ""), "$1");
        return Words().Matches(bare).Select(m => m.Value).Where(w => !_words.Contains(w)).ToHashSet();
    }

    [GeneratedRegex(@"\{(?:[^""}]|""(?:[^""\\]|\\.)*"")*\}")]
    private static partial Regex Matchers();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"\b(on|by)\s*\([^)]*\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"(?<![\w.])[a-zA-Z_:][\w:]*")]
    private static partial Regex Words();
}
