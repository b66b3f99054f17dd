namespace Evidence.Pipeline.Text;

/// <summary>Guesses what was meant by a name that does not exist.</summary>
internal static class Nearest
{
    private const int ShortestPart = 3;

    /// <summary>The known name that holds it, or that is few edits away for its length; else null.</summary>
    public static string? Of(string name, IReadOnlyList<string> known)
    {
        if (name.Length >= ShortestPart
            && known.FirstOrDefault(k => k.Contains(name, StringComparison.OrdinalIgnoreCase)) is { } longer)
        {
            return longer;
        }

        var (nearest, distance) = known
            .Select(candidate => (candidate, Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .MinBy(pair => pair.Item2);
        return nearest is not null && distance <= Math.Max(2, nearest.Length / 3) ? nearest : null;
    }

    /// <summary>Levenshtein's distance, one row at a time.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 100)
        {
            return int.MaxValue; // Nobody mistypes that.
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
