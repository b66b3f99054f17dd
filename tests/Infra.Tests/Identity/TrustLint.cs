using System.Text.Json;

namespace Infra.Tests.Identity;

/// <summary>
/// What is wrong with a trust policy whoever asks. IAM itself looks at the first value of a list only, so a second one
/// may be a pattern: every value is looked at here.
/// </summary>
internal static class TrustLint
{
    private static readonly string[] _exact = ["ArnEquals", "Bool", "NumericLessThan", "StringEquals"];

    public static IEnumerable<string> Of(string trust)
    {
        foreach (var statement in JsonElement.Parse(trust).GetProperty("Statement").EnumerateArray())
        {
            var sid = statement.GetProperty("Sid").GetString();
            foreach (var principal in statement.GetProperty("Principal").EnumerateObject())
            {
                foreach (var id in Values(principal.Value).Where(IsPattern))
                {
                    yield return $"{sid}: everyone matches the principal '{id}'";
                }
            }

            foreach (var (test, key, value) in Conditions(statement))
            {
                if (IsService(statement) && (test, key) is ("ArnLike", "aws:SourceArn"))
                {
                    continue; // Which of the account's own resources a service of AWS acts for.
                }

                if (!_exact.Contains(test))
                {
                    yield return $"{sid}: '{key}' is compared with {test}, which is no exact comparison";
                }

                if (IsPattern(value))
                {
                    yield return $"{sid}: '{key}' has the pattern '{value}'";
                }
            }
        }
    }

    private static bool IsService(JsonElement statement) =>
        statement.GetProperty("Principal").EnumerateObject().All(principal => principal.Name == "Service");

    private static IEnumerable<(string Test, string Key, string Value)> Conditions(JsonElement statement) =>
        statement.TryGetProperty("Condition", out var tests)
            ? tests.EnumerateObject().SelectMany(test => test.Value.EnumerateObject().SelectMany(
                key => Values(key.Value).Select(value => (test.Name, key.Name, value))))
            : [];

    private static IEnumerable<string> Values(JsonElement value) => value.ValueKind is JsonValueKind.Array
        ? value.EnumerateArray().Select(item => item.GetString() ?? "")
        : [value.GetString() ?? ""];

    private static bool IsPattern(string value) => value.Contains('*') || value.Contains('?');
}
