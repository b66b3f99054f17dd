using Infra.Stacks.Environments;
using Tests.Support.Node;

namespace Infra.Tests.Identity;

/// <summary>Who takes which role in person, and which service: every candidate at the door of every role.</summary>
[Collection(nameof(SerialRendering))]
public sealed class PeopleTrustTests
{
    private const string Mfa = "aws:MultiFactorAuthPresent";
    private const string Pods = "pods.eks.amazonaws.com";

    public static TheoryData<string> Environments => [.. AccountIdentities.Environments];

    [NodeTheory]
    [MemberData(nameof(Environments))]
    public async Task A_person_takes_their_own_role_and_only_with_a_second_factor(string environment)
    {
        var account = await AccountIdentities.RenderAsync(environment);
        var knocks = account.Roles.SelectMany(role => People(account.Settings).SelectMany(
            user => Sessions(account.Settings).Select(session => (role, user, session)))).ToList();
        var answers = await IamSimulator.AreAllowedAsync(knocks.Select(knock => Knock(
            account, knock.role, knock.user, knock.session)));
        Assert.Empty(knocks.Zip(answers)
            .Where(pair =>
                pair.Second != IsMeant(account.Settings, pair.First.role, pair.First.user, pair.First.session))
            .Select(pair =>
                $"{pair.First.role.Name} {pair.First.user} {string.Join(' ', pair.First.session)}: {pair.Second}"));
        Assert.Contains(true, answers);
    }

    [NodeTheory]
    [MemberData(nameof(Environments))]
    public async Task Only_the_pods_that_write_evidence_are_given_the_writers_role(string environment)
    {
        var account = await AccountIdentities.RenderAsync(environment);
        var good = new Dictionary<string, object>
        {
            ["aws:SourceAccount"] = account.Settings.Account,
            ["aws:RequestTag/eks-cluster-name"] = account.Settings.Prefix,
            ["aws:RequestTag/kubernetes-namespace"] = "strata",
            ["aws:RequestTag/kubernetes-service-account"] = "worker",
        };
        var bad = good.Keys.SelectMany(key => (IEnumerable<Dictionary<string, object>>)
        [
            new(good.Where(pair => pair.Key != key)),
            new(good) { [key] = "another" },
            new(good) { [key] = "*" },
        ]);
        var answers = await IamSimulator.AreAllowedAsync(new[] { good }.Concat(bad)
            .Select(session => Knock(account, account.Role("evidence-writer"), Pods, session)));
        Assert.True(answers[0]);
        Assert.DoesNotContain(true, answers.Skip(1));
        var elsewhere = await IamSimulator.AreAllowedAsync(
            new[] { Rights.Deploy, Rights.PullRequest, Rights.BreakGlass, Rights.Reviewer, Rights.Hold }
                .Select(role => Knock(account, account.Role(role), Pods, good)));
        Assert.DoesNotContain(true, elsewhere);
    }

    [NodeFact]
    public async Task A_trust_without_the_second_factor_is_found()
    {
        var account = await AccountIdentities.RenderAsync("prod");
        var role = account.Role("evidence-hold");
        var loosened = role with
        {
            Trust = role.Trust.Replace("\"Bool\":{", "\"BoolIfExists\":{", StringComparison.Ordinal),
        };
        Assert.NotEqual(role.Trust, loosened.Trust);
        var holder = account.Settings.Evidence.Audit?.Holders[0] ?? "";
        var answers = await IamSimulator.AreAllowedAsync(
            [Knock(account, role, holder, []), Knock(account, loosened, holder, [])]);
        Assert.Equal([false, true], answers);
    }

    private static IEnumerable<string> People(EnvironmentSettings settings) =>
    [
        .. settings.Bootstrap?.BreakGlassUsers ?? [],
        .. settings.Evidence.Audit?.Reviewers ?? [],
        .. settings.Evidence.Audit?.Holders ?? [],
        settings.Scope.Iam("user/somebody"),
    ];

    private static IEnumerable<Dictionary<string, object>> Sessions(EnvironmentSettings settings) =>
    [
        new() { [Mfa] = "true", ["aws:RequestedRegion"] = settings.Region },
        new() { [Mfa] = "true", ["aws:RequestedRegion"] = "us-east-1" },
        new() { [Mfa] = "false", ["aws:RequestedRegion"] = settings.Region },
        new() { ["aws:RequestedRegion"] = settings.Region },
    ];

    private static bool IsMeant(
        EnvironmentSettings settings, IamRole role, string user, Dictionary<string, object> session) =>
        session.GetValueOrDefault(Mfa) is "true" && role.Name[(settings.Prefix.Length + 1)..] switch
        {
            Rights.BreakGlass => settings.Bootstrap?.BreakGlassUsers.Contains(user) == true
                && session["aws:RequestedRegion"] is string region && region == settings.Region,
            Rights.Reviewer => settings.Evidence.Audit?.Reviewers.Contains(user) == true,
            Rights.Hold => settings.Evidence.Audit?.Holders.Contains(user) == true,
            _ => false,
        };

    private static IamRequest Knock(
        AccountIdentities account, IamRole role, string principal, Dictionary<string, object> session) =>
        new(principal, "sts:AssumeRole", role.Arn, account.Settings.Account, session) { ResourcePolicy = role.Trust };
}
