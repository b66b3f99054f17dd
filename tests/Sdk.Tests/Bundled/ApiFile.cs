using System.Text.RegularExpressions;

namespace Sdk.Tests.Bundled;

/// <summary>
/// Reads the public API of the genuine SDK: a line per type (<c>namespace :: kind name : bases</c>), and indented below
/// it a line per member.
/// </summary>
internal static partial class ApiFile
{
    public static IReadOnlyDictionary<string, HashSet<string>> Read(string assembly)
    {
        var types = new Dictionary<string, HashSet<string>>();
        HashSet<string> members = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Api", $"{assembly}.api.txt")))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                members.Add(Normalize(line));
            }
            else
            {
                types.Add(Normalize(line), members = []);
            }
        }

        return types;
    }

    /// <summary>With the bases in order.</summary>
    public static string Normalize(string line)
    {
        var plain = line.Trim();
        return Bases().Match(plain) is { Success: true } match
            ? $"{match.Groups["type"].Value} : {string.Join(", ", match.Groups["bases"].Value.Split(", ").Order())}"
            : plain;
    }

    [GeneratedRegex("^(?<type>.* :: [^:]*[^ :]) : (?<bases>.*)$")]
    private static partial Regex Bases();
}
