using Infra.Components.Identity;

namespace Infra.Tests.Identity;

/// <summary>Every token of GitHub's at the door of every role.</summary>
internal static class GitHubKnocks
{
    /// <summary>
    /// What is let in and should not be, and what should be and is not; empty where trust is as intended.
    /// </summary>
    public static async Task<IReadOnlyList<string>> WrongAsync(
        AccountIdentities account, IReadOnlyList<IamRole> roles)
    {
        var settings = account.Settings;
        var repository = settings.Bootstrap?.Repository ?? throw new InvalidOperationException("No repository.");
        var issuer = settings.Scope.Iam($"oidc-provider/{GitHubTrust.Issuer}");
        var knocks = roles.SelectMany(role => GitHubClaims.Of(repository, AccountIdentities.Environments).Select(
            claims => (role, claims))).ToList();
        var answers = await IamSimulator.AreAllowedAsync(knocks.Select(knock => new IamRequest(
            issuer, "sts:AssumeRoleWithWebIdentity", knock.role.Arn, settings.Account, knock.claims.Keys)
        {
            ResourcePolicy = knock.role.Trust,
        }));
        return
        [
            .. knocks.Zip(answers)
                .Where(pair => pair.Second != Intended(pair.First.role, pair.First.claims, account))
                .Select(pair =>
                    $"{pair.First.role.Name} is {(pair.Second ? "open" : "closed")} to {pair.First.claims.What}"),
        ];
    }

    private static bool Intended(IamRole role, GitHubClaims claims, AccountIdentities account) =>
        (role.Arn == account.Settings.Scope.DeployRoleArn && claims.Deploys == account.Settings.Name)
        || (role.Name == account.Settings.Scope.PullRequestRoleName && claims.Reads);
}
