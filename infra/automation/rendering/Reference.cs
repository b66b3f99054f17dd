using System.Text.RegularExpressions;

namespace Infra.Automation.Rendering;

/// <summary>
/// Stands in a graph for an output that only the cloud can know: <c>${URN#output}</c>, also in the middle of a text.
/// A member of an output is <c>${URN#output.member}</c>. A list of unknown length stands as a list of one item,
/// <c>${URN#output[0]}</c>.
/// </summary>
/// <param name="Urn">The resource.</param>
/// <param name="Output">Wire name of its output; <c>id</c> is the id its provider gave it.</param>
/// <param name="Path">What follows the output's name: members and indexes, or nothing.</param>
public sealed partial record Reference(string Urn, string Output, string Path = "")
{
    /// <summary>Finds every reference in a text.</summary>
    public static IEnumerable<Reference> In(string text) =>
        text.Contains("${", StringComparison.Ordinal) ? Pattern().Matches(text).Select(Of) : [];

    /// <summary>Puts something in the place of every reference in a text.</summary>
    public static string Replace(string text, Func<Reference, string> replacement) =>
        text.Contains("${", StringComparison.Ordinal)
            ? Pattern().Replace(text, match => replacement(Of(match)))
            : text;

    /// <inheritdoc/>
    public override string ToString() => $"${{{Urn}#{Output}{Path}}}";

    [GeneratedRegex(@"\$\{(?<urn>urn:pulumi:[^#{}]+)#(?<output>\w+)(?<path>(\.\w+|\[\d+\])*)\}")]
    private static partial Regex Pattern();

    private static Reference Of(Match match) =>
        new(match.Groups["urn"].Value, match.Groups["output"].Value, match.Groups["path"].Value);
}
