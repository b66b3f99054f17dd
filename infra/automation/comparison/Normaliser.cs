using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;

namespace Infra.Automation.Comparison;

/// <summary>
/// Takes out of a graph what differs between two environments because they are two: their names, prefixes, accounts and
/// regions. Each is replaced where it stands as a word, by a word that says what it was.
/// </summary>
internal sealed class Normaliser
{
    private readonly IReadOnlyList<(Regex Word, string Stand)> _words;

    public Normaliser(EnvironmentSettings environment) => _words =
    [
        // The stack is called PROJECT-ENVIRONMENT.LAYER, which may look like a prefix and is none.
        Word($"{Renderer.Project}-{environment.Name}.", "{stack}."),
        // The prefix contains the name as a rule, so it goes first; the account stands in ARNs, between colons.
        Word(environment.Prefix, "{prefix}"),
        Word(environment.Account, "{account}"),
        Word(environment.Region, "{region}"),
        Word(environment.ReplicaRegion, "{replicaRegion}"),
        Word(environment.Name, "{environment}"),
    ];

    public string Apply(string text) =>
        _words.Aggregate(text, (current, word) => word.Word.Replace(current, word.Stand));

    public JsonElement Apply(JsonElement value) => CanonicalJson.Of(Plain(value));

    private static (Regex Word, string Stand) Word(string word, string stand) =>
        (new Regex($@"(?<![A-Za-z0-9]){Regex.Escape(word)}(?:(?<=\W)|(?![A-Za-z0-9]))"), stand);

    private object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(
            member => Apply(member.Name), member => Plain(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => Apply(value.GetString() ?? ""),
        _ => value,
    };
}
