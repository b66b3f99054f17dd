using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Components.Certificates;
using Infra.Stacks.Environments;

namespace Infra.Automation.Comparison;

/// <summary>
/// Takes out of a graph what differs between two environments because they are two: their names, prefixes, accounts and
/// regions. Each is replaced where it stands as a word, by a word that says what it was.
/// </summary>
/// <param name="environments">Whose words they are; the words of an earlier one are looked for first.</param>
internal sealed class Normaliser(params IEnumerable<EnvironmentSettings> environments)
{
    private readonly IReadOnlyList<(string Word, Regex Pattern, string Stand)> _words =
        [.. environments.SelectMany(WordsOf)];

    public string Apply(string text)
    {
        foreach (var (word, pattern, stand) in _words)
        {
            // Most texts hold no word at all, and looking for one is far cheaper than matching.
            if (text.Contains(word, StringComparison.Ordinal))
            {
                text = pattern.Replace(text, stand);
            }
        }

        return text;
    }

    public JsonElement Apply(JsonElement value) => CanonicalJson.Of(Plain(value));

    private static IEnumerable<(string Word, Regex Pattern, string Stand)> WordsOf(EnvironmentSettings environment) =>
    [
        // The stack is called PROJECT-ENVIRONMENT.LAYER, which may look like a prefix and is none.
        Word($"{Renderer.Project}-{environment.Name}.", "{stack}."),
        // The prefix contains the name as a rule, so it goes first; the account stands in ARNs, between colons.
        Word(environment.Prefix, "{prefix}"),
        Word(environment.Account, "{account}"),
        Region(environment.Region, "{region}"),
        Region(environment.ReplicaRegion, "{replicaRegion}"),
        Name(environment.Name, "{environment}"),
        .. Authorities(environment.Region, "{authorities of RDS in the region}"),
    ];

    /// <summary>AWS signs databases with other roots in every region.</summary>
    private static IEnumerable<(string Word, Regex Pattern, string Stand)> Authorities(string region, string stand) =>
        RdsAuthorities.Find(region) is { } roots ? [(roots, new Regex(Regex.Escape(roots)), stand)] : [];

    /// <summary>
    /// An environment's name, but not the <c>prod</c> in the name of a bucket of AWS: ECR keeps image layers there.
    /// </summary>
    private static (string Word, Regex Pattern, string Stand) Name(string name, string stand) =>
        (name, new Regex($@"{Word(name, stand).Pattern}(?!-\S*-starport-layer-bucket)"), stand);

    /// <summary>A region, also where the letter of one of its zones follows.</summary>
    private static (string Word, Regex Pattern, string Stand) Region(string region, string stand) =>
        (region, new Regex($@"(?<![A-Za-z0-9]){Regex.Escape(region)}(?=[a-z]?(?![A-Za-z0-9]))"), stand);

    private static (string Word, Regex Pattern, string Stand) Word(string word, string stand) =>
        (word, new Regex($@"(?<![A-Za-z0-9]){Regex.Escape(word)}(?:(?<=\W)|(?![A-Za-z0-9]))"), stand);

    private object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(
            member => Apply(member.Name), member => Plain(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => Apply(value.GetString() ?? ""),
        _ => value,
    };
}
