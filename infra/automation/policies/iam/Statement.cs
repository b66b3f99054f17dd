using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.Policies.Iam;

/// <summary>A statement of a policy.</summary>
/// <param name="Path">Where it is: the input that holds the policy, and the statement's <c>Sid</c> or number.</param>
/// <param name="Allows">Whether it allows; else it denies.</param>
/// <param name="Principals">
/// Whom it is about, as <c>KIND:ID</c>; everybody is <c>*</c>. Empty in identity policies.
/// </param>
/// <param name="Actions">What it is about; <c>*</c> where it only says what it is not about.</param>
/// <param name="Resources">On what; <c>*</c> where it only says on what not.</param>
/// <param name="Conditions">What must hold.</param>
internal sealed record Statement(
    string Path,
    bool Allows,
    IReadOnlyList<string> Principals,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Resources,
    IReadOnlyList<StatementCondition> Conditions)
{
    public const string Everybody = "*";

    public bool IsForEverybody => Principals.Contains(Everybody);

    /// <summary>Whether a pattern of its actions covers an action, as IAM compares them.</summary>
    public bool Covers(string action) => Actions.Any(pattern => Glob.Matches(pattern, action));

    /// <summary>The values that a key is compared with, by any operator.</summary>
    public IEnumerable<string> ValuesOf(string key) => Conditions
        .Where(condition => condition.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
        .SelectMany(condition => condition.Values);

    public static Statement Of(string path, JsonElement statement, int index) => new(
        $"{path}[{statement.Text("Sid") ?? $"{index}"}]",
        statement.Text("Effect") == "Allow",
        statement.Member("NotPrincipal") is null ? [.. Principal(statement.Member("Principal"))] : [Everybody],
        Patterns(statement, "Action"),
        Patterns(statement, "Resource"),
        [.. Condition(statement.Member("Condition"))]);

    private static IReadOnlyList<string> Patterns(JsonElement statement, string member) =>
        statement.Member($"Not{member}") is null ? [.. Texts(statement.Member(member))] : ["*"];

    private static IEnumerable<string> Principal(JsonElement? principal) => principal switch
    {
        { ValueKind: JsonValueKind.String } => Texts(principal),
        { ValueKind: JsonValueKind.Object } kinds => kinds.EnumerateObject().SelectMany(
            kind => Texts(kind.Value).Select(id => id == Everybody ? Everybody : $"{kind.Name}:{id}")),
        _ => [],
    };

    private static IEnumerable<StatementCondition> Condition(JsonElement? condition) => condition is not { } operators
        ? []
        : operators.EnumerateObject().SelectMany(@operator => @operator.Value.EnumerateObject().Select(
            test => new StatementCondition(@operator.Name, test.Name, [.. Texts(test.Value)])));

    private static IEnumerable<string> Texts(JsonElement? value) => value switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } items => items.EnumerateArray().SelectMany(item => Texts(item)),
        { ValueKind: JsonValueKind.String } text => [text.GetString() ?? ""],
        { } other => [other.GetRawText()],
    };
}
