using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>Puts real outputs in the place of references.</summary>
/// <param name="find">The resource behind a URN as it is now; null where it is yet to be made.</param>
/// <param name="rehearsal">Whether an output that nobody knows is made up instead of being an error.</param>
internal sealed partial class Resolver(Func<string, StateResource?> find, bool rehearsal)
{
    /// <summary>
    /// Resolves every reference in a value. References to what is yet to be made stay as they are, which is a
    /// difference from anything that was ever applied.
    /// </summary>
    /// <exception cref="CannotApplyException">A resource has no such output.</exception>
    public JsonElement Resolve(JsonElement value) => HasReference(value) ? CanonicalJson.Of(Plain(value)) : value;

    /// <summary>The URNs that a value refers to.</summary>
    public static IEnumerable<string> Urns(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Urns(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Urns),
        JsonValueKind.String => Reference.In(value.GetString() ?? "").Select(reference => reference.Urn),
        _ => [],
    };

    [GeneratedRegex(@"\.(?<member>\w+)|\[(?<index>\d+)\]")]
    private static partial Regex PathStep();

    private static bool HasReference(JsonElement value) => Urns(value).Any();

    private object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(
            member => member.Name, member => Plain(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => PlainText(value.GetString() ?? ""),
        _ => value,
    };

    private object PlainText(string text) =>
        Reference.In(text).ToList() is [var whole] && whole.ToString() == text
            ? Lookup(whole) ?? (object)text
            : Reference.Replace(text, reference => InText(reference, Lookup(reference)));

    private static string InText(Reference reference, JsonElement? value) => value switch
    {
        null => reference.ToString(),
        { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        { } other => CanonicalJson.Compact(other),
    };

    private JsonElement? Lookup(Reference reference)
    {
        if (find(reference.Urn) is not { } resource)
        {
            return null;
        }

        var value = reference.Output == "id" && resource.Id is not null
            ? CanonicalJson.Of(resource.Id)
            : resource.Outputs.Member(reference.Output) ?? resource.Inputs.Member(reference.Output);
        foreach (Match step in PathStep().Matches(reference.Path))
        {
            value = step.Groups["member"] is { Success: true } member
                ? value?.Member(member.Value)
                : Item(reference, value);
        }

        return value switch
        {
            not null => value,
            null when rehearsal => CanonicalJson.Of($"rehearsal-{CanonicalJson.Digest(reference.ToString())[..12]}"),
            null => throw new CannotApplyException(
                $"Cannot resolve '{reference}': '{resource.Name}' ({resource.Type}) has no such output here. Give the "
                + "value in the program, or apply this environment with the Pulumi engine."),
        };
    }

    /// <summary>
    /// A list stands in the graph with one item, so only a list of one item means what the program meant.
    /// </summary>
    private static JsonElement? Item(Reference reference, JsonElement? list) => list switch
    {
        { ValueKind: JsonValueKind.Array } items when items.GetArrayLength() == 1 => items[0],
        { ValueKind: JsonValueKind.Array } items => throw new CannotApplyException(
            $"Cannot resolve '{reference}': the program was rendered with a list of one item, and there are "
            + $"{items.GetArrayLength()}."),
        _ => null,
    };
}
