using System.Text.Json.Nodes;

namespace Infra.Components.Account;

/// <summary>Calls to one service of AWS, as CloudTrail records them.</summary>
/// <param name="Service">The service as CloudTrail spells it, such as <c>sts.amazonaws.com</c>.</param>
/// <param name="Names">The calls.</param>
/// <param name="Parameter">
/// The request's parameter that says what a call is about; null for calls about anything.
/// </param>
/// <param name="About">The values of the parameter that are meant; a final <c>*</c> stands for any ending.</param>
public sealed record WatchedCalls(
    string Service, IReadOnlyList<string> Names, string? Parameter = null, params IReadOnlyList<string> About)
{
    /// <summary>The calls as an EventBridge pattern.</summary>
    public string ToPattern()
    {
        var detail = new JsonObject
        {
            ["eventName"] = List(Names),
            ["eventSource"] = List([Service]),
        };
        if (Parameter is not null)
        {
            detail["requestParameters"] = new JsonObject { [Parameter] = List(About) };
        }

        return new JsonObject
        {
            ["detail"] = detail,
            ["detail-type"] = List(["AWS API Call via CloudTrail"]),
        }.ToJsonString();
    }

    private static JsonArray List(IReadOnlyList<string> values) => [.. values.Select(Matcher)];

    private static JsonNode Matcher(string value) => value is [.. var start, '*']
        ? new JsonObject { ["prefix"] = start }
        : JsonValue.Create(value);
}
