using System.Text.RegularExpressions;

namespace Infra.Automation.State.Checks;

/// <summary>
/// What switches off the Pulumi engine's own protections. Any flag of its command line can also be set by a variable,
/// PULUMI_OPTION_ and the flag's name.
/// </summary>
public static partial class ForbiddenFlags
{
    private static readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal)
    {
        ["PULUMI_SKIP_CHECKPOINTS"] = "the state is written at the end only: a killed run forgets what it made",
        ["PULUMI_DIY_BACKEND_IGNORE_DEPRECATION_ERROR"] = "stacks of two projects share one name, and one state",
        ["PULUMI_CLOUD_SECRET_OVERRIDE"] = "secrets are encrypted with another key than the stack declares",
        ["PULUMI_OPTION_DISABLE_INTEGRITY_CHECKING"] = "a broken state is read and written as if it were whole",
        ["PULUMI_OPTION_IGNORE_PROTECT"] = "protected resources are deleted",
        ["PULUMI_OPTION_SHOW_SECRETS"] = "secrets go into the log",
        ["--disable-integrity-checking"] = "a broken state is read and written as if it were whole",
        ["--ignore-protect"] = "protected resources are deleted",
        ["--show-secrets"] = "secrets go into the log",
    };

    /// <summary>The variables among them.</summary>
    public static IReadOnlyList<string> Variables { get; } =
        [.. _reasons.Keys.Where(name => !name.StartsWith('-')).Order(StringComparer.Ordinal)];

    /// <summary>The variables that are set.</summary>
    /// <param name="set">Names of variables of the process; whoever composes the program reads them.</param>
    public static IEnumerable<ForbiddenUse> In(IEnumerable<string> set) => set
        .Where(_reasons.ContainsKey)
        .Select(name => new ForbiddenUse(name, "the environment", _reasons[name]));

    /// <summary>Those that the lines of a file use. Comments do not count.</summary>
    public static IEnumerable<ForbiddenUse> In(string file, IEnumerable<string> lines) => lines
        .Select((line, index) => (Code: line.TrimStart().StartsWith('#') ? "" : line, Number: index + 1))
        .SelectMany(line => Word().Matches(line.Code)
            .Where(word => _reasons.ContainsKey(word.Value))
            .Select(word => new ForbiddenUse(word.Value, $"{file}:{line.Number}", _reasons[word.Value])));

    [GeneratedRegex(@"(?<![\w-])(PULUMI_\w+|--[a-z][a-z-]+)")]
    private static partial Regex Word();
}
