using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Stacks.Environments;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Stacks.Policies;

/// <summary>
/// The one file of suppressions: a list of mappings. An entry without an expiry, for a rule that is not there or with a
/// date that is none is a problem with its place, and nothing is suppressed until all of them are gone.
/// </summary>
public static partial class SuppressionFile
{
    private const string DateForm = "yyyy-MM-dd";

    /// <summary>The file that was built with this program.</summary>
    public static string Built { get; } = Path.Combine(AppContext.BaseDirectory, "policies", "suppressions.yaml");

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="rules">Ids of the rules there are.</param>
    /// <exception cref="SuppressionFileException">It cannot be read, or it has problems.</exception>
    public static IReadOnlyList<Suppression> Read(string file, IReadOnlyCollection<string> rules)
    {
        try
        {
            return Read(file, File.ReadAllText(file), rules);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SuppressionFileException(
                $"Cannot read the suppressions '{file}': {exception.Message}", exception);
        }
    }

    internal static IReadOnlyList<Suppression> Read(string file, string text, IReadOnlyCollection<string> rules)
    {
        var problems = new List<EnvironmentProblem>();
        var suppressions = Items(file, text)
            .Select((item, index) => Entry(new(file, $"[{index}]", item, problems), rules))
            .ToList();
        return problems.Count == 0 ? suppressions : throw new SuppressionFileException(problems);
    }

    private static YamlSequenceNode Items(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw At(exception.Start, $"This is not YAML: {exception.Message}");
        }

        return stream.Documents switch
        {
            [] => new(),
            [{ RootNode: YamlSequenceNode list }] => list,
            [var document] => throw At(
                document.RootNode.Start, "The file must be a list of suppressions; each entry starts with '- rule:'."),
            [_, var second, ..] => throw At(
                second.RootNode.Start, "The file holds a second document; it takes one list."),
        };

        SuppressionFileException At(Mark mark, string sentence) =>
            new([new EnvironmentProblem(file, mark.Line, mark.Column, sentence)]);
    }

    private static Suppression Entry(YamlSection entry, IReadOnlyCollection<string> rules)
    {
        var suppression = new Suppression(
            Rule(entry, rules),
            entry.Text("resource", Place(), "ENVIRONMENT.LAYER/NAME of a resource, where * stands for any text"),
            entry.Text("owner", Word(), "a team's name: letters, digits and hyphens"),
            entry.Reason("reason"),
            entry.Text("ticket", Ticket(), "a ticket's key or address, without spaces"),
            Date(entry));
        entry.Done();
        return suppression;
    }

    private static string Rule(YamlSection entry, IReadOnlyCollection<string> rules)
    {
        var rule = entry.Text("rule", NotBlank(), "the id of a rule; `strata policy --rules` lists them");
        if (rule.Length > 0 && !rules.Contains(rule))
        {
            var guess = Nearest.To(rule, rules) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            entry.Wrong("rule", $"There is no rule '{rule}'; `strata policy --rules` lists those there are.{guess}");
        }

        return rule;
    }

    private static DateOnly Date(YamlSection entry)
    {
        const string Allowed = "the last day it holds, such as 2027-03-31";
        var text = entry.Text("expires", NotBlank(), Allowed);
        if (!DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            entry.Wrong("expires", $"'expires' is '{text}', which is no date; allowed is {Allowed}.");
        }

        return date;
    }

    [GeneratedRegex(@"\S")]
    private static partial Regex NotBlank();

    [GeneratedRegex(@"\A[^/\s]+/\S+\z")]
    private static partial Regex Place();

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A\S+\z")]
    private static partial Regex Ticket();
}
