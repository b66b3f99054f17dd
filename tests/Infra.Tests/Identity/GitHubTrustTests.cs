using Tests.Support.Node;

namespace Infra.Tests.Identity;

/// <summary>Trust is evaluated, not read: by another implementation of IAM, with tokens that are generated.</summary>
[Collection(nameof(SerialRendering))]
public sealed class GitHubTrustTests
{
    public static TheoryData<string> Environments => [.. AccountIdentities.Environments];

    /// <summary>What somebody might do to the trust of prod's deploying role, and what it then lets in.</summary>
    public static TheoryData<string, string, string> Loosenings => new()
    {
        {
            "\"token.actions.githubusercontent.com:repository_id\":[\"803241975\"],", "",
            "another repository of the same"
        },
        { "\"token.actions.githubusercontent.com:aud\":[\"sts.amazonaws.com\"],", "", "for another audience" },
        {
            "\"token.actions.githubusercontent.com:job_workflow_ref\":[\"strata-example/strata/.github/workflows/"
            + "deploy.yml@refs/heads/main\"],", "", "by the workflow of another branch"
        },
        { "StringEquals", "StringEqualsIfExists", "without repository_id" },
        { ":environment:prod", ":environment:staging", "open to a deployment of staging" },
        {
            ":environment:prod\"]", ":environment:prod\",\"repo:strata-example/strata:environment:dev\"]",
            "open to a deployment of dev"
        },
    };

    /// <summary>What lets nothing in today and would let anything in tomorrow: the lint's part.</summary>
    public static TheoryData<string, string, string> Patterns => new()
    {
        { ":environment:prod\"]", ":environment:prod\",\"*\"]", "has the pattern '*'" },
        { "\"StringEquals\"", "\"StringLike\"", "compared with StringLike" },
        { "\"StringEquals\"", "\"ForAllValues:StringEquals\"", "compared with ForAllValues:StringEquals" },
        { "[\"803241975\"]", "[\"803241975\",\"8032*\"]", "has the pattern '8032*'" },
    };

    [NodeTheory]
    [MemberData(nameof(Environments))]
    public async Task Only_the_intended_tokens_open_only_the_intended_roles(string environment)
    {
        var account = await AccountIdentities.RenderAsync(environment);
        Assert.Empty(await GitHubKnocks.WrongAsync(account, account.Roles));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task No_trust_compares_with_a_pattern(string environment) =>
        Assert.Empty((await AccountIdentities.RenderAsync(environment)).Roles.SelectMany(
            role => TrustLint.Of(role.Trust).Select(wrong => $"{role.Name}: {wrong}")));

    [NodeTheory]
    [MemberData(nameof(Loosenings))]
    public async Task A_loosened_trust_is_found_by_evaluation(string right, string wrong, string expected)
    {
        var account = await AccountIdentities.RenderAsync("prod");
        var loosened = Changed(account.Role("deploy"), right, wrong);
        Assert.Contains(
            await GitHubKnocks.WrongAsync(account, [loosened]),
            sentence => sentence.Contains(expected, StringComparison.Ordinal));
    }

    [NodeFact]
    public async Task A_star_that_is_smuggled_in_as_a_second_value_of_a_pattern_opens_everything()
    {
        var account = await AccountIdentities.RenderAsync("prod");
        var smuggled = Changed(account.Role("deploy"), "\"StringEquals\"", "\"StringLike\"");
        smuggled = Changed(smuggled, ":environment:prod\"]", ":environment:prod\",\"*\"]");
        Assert.Contains(
            await GitHubKnocks.WrongAsync(account, [smuggled]),
            sentence => sentence.Contains("is open to", StringComparison.Ordinal));
        Assert.Contains(
            TrustLint.Of(smuggled.Trust),
            sentence => sentence.EndsWith("has the pattern '*'", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task A_pattern_anywhere_in_a_trust_is_found_by_the_lint(string right, string wrong, string expected)
    {
        var loosened = Changed((await AccountIdentities.RenderAsync("prod")).Role("deploy"), right, wrong);
        Assert.Contains(
            TrustLint.Of(loosened.Trust), sentence => sentence.Contains(expected, StringComparison.Ordinal));
    }

    private static IamRole Changed(IamRole role, string right, string wrong)
    {
        Assert.Contains(right, role.Trust);
        return role with { Trust = role.Trust.Replace(right, wrong, StringComparison.Ordinal) };
    }
}
