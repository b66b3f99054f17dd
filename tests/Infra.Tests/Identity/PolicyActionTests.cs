using System.Text.Json;
using Infra.Automation.Json;
using Tests.Support.Node;

namespace Infra.Tests.Identity;

/// <summary>
/// A policy that names what AWS does not know, or a resource where AWS looks at none, allows nothing.
/// </summary>
[Collection(nameof(SerialRendering))]
public sealed class PolicyActionTests
{
    [NodeFact]
    public async Task Every_action_in_every_role_is_one_and_can_be_about_what_it_is_about()
    {
        var uses = new List<(string Where, string Action, bool OnAll)>();
        foreach (var role in (await AccountIdentities.RenderAsync("prod")).Roles)
        {
            uses.AddRange(role.Policies.SelectMany(policy => Uses(role.Name, policy)));
        }

        var answers = await new NodeScript("iam-actions.mjs").RunAsync(uses.Select(use => use.Action));
        var wrong = uses.Zip(answers.EnumerateArray()).Select(pair => Wrong(pair.First, pair.Second)).OfType<string>();
        Assert.Empty(wrong);
        Assert.True(uses.Count > 300);
    }

    [NodeFact]
    public async Task What_allows_nothing_is_found()
    {
        string[] actions = ["eks:CreateClustr", "nothing:Create", "eks:CreateCluster"];
        var answers = (await new NodeScript("iam-actions.mjs").RunAsync(actions)).EnumerateArray().ToList();
        Assert.All(actions.Zip(answers), pair => Assert.NotNull(Wrong(("here", pair.First, false), pair.Second)));
    }

    private static IEnumerable<(string, string, bool)> Uses(string role, string policy) =>
        JsonElement.Parse(policy).GetProperty("Statement").EnumerateArray()
            .Where(statement => statement.Text("Effect") == "Allow")
            .SelectMany(statement => Texts(statement, "Action").Where(action => action != "*").Select(action => (
                $"{role}/{statement.Text("Sid")}", action, Texts(statement, "Resource").Contains("*"))));

    /// <summary>A list, or the one text that IAM takes in its place.</summary>
    private static IEnumerable<string> Texts(JsonElement statement, string member) =>
        statement.Member(member) is not { } value ? []
        : value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString() ?? "")
        : [value.GetString() ?? ""];

    private static string? Wrong((string Where, string Action, bool OnAll) use, JsonElement actions) =>
        actions.GetArrayLength() == 0
            ? $"{use.Where}: AWS knows no action '{use.Action}'"
            : !use.OnAll && actions.EnumerateArray().All(action => action.GetProperty("onlyOnAll").GetBoolean())
                ? $"{use.Where}: AWS evaluates '{use.Action}' on * only, so naming a resource allows nothing"
                : null;
}
