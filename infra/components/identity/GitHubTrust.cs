using Infra.Components.Policies;

namespace Infra.Components.Identity;

/// <summary>
/// Whom a role for GitHub's workflows trusts. Every claim is compared with StringEquals against whole values: a claim
/// that is missing is no match, and there is no pattern that could match more than was meant.
/// </summary>
public static class GitHubTrust
{
    /// <summary>Whom the tokens are issued for.</summary>
    public const string Audience = "sts.amazonaws.com";

    /// <summary>Who issues the tokens, and what IAM's keys for their claims start with.</summary>
    public const string Issuer = "token.actions.githubusercontent.com";

    /// <summary>
    /// Jobs of the deploying workflow, as it is on its branch, that run in one GitHub environment. GitHub's reviewers
    /// and branch rules guard the environment; the workflow's reference keeps another workflow from naming it.
    /// </summary>
    public static PolicyDocument Deployment(string providerArn, GitHubRepository repository, string environment) =>
        Trust(
            "GitHubDeploys",
            providerArn,
            repository,
            $"environment:{environment}",
            Claim("job_workflow_ref", repository.DeployWorkflowReference));

    /// <summary>Jobs that run for a pull request in no GitHub environment. Forks get no token from GitHub.</summary>
    public static PolicyDocument PullRequest(string providerArn, GitHubRepository repository) =>
        Trust("GitHubReads", providerArn, repository, "pull_request");

    private static PolicyDocument Trust(
        string sid,
        string providerArn,
        GitHubRepository repository,
        string context,
        params PolicyCondition[] more) => new(new PolicyStatement
        {
            Sid = sid,
            Effect = PolicyEffect.Allow,
            Principal = PolicyPrincipal.Federated(providerArn),
            Actions = ["sts:AssumeRoleWithWebIdentity"],
            Conditions =
            [
                Claim("aud", Audience),
                Claim("sub", [.. repository.SubjectPrefixes.Select(prefix => $"{prefix}:{context}")]),
                Claim("repository_id", repository.Id),
                .. more,
            ],
        });

    private static PolicyCondition Claim(string name, params string[] values) =>
        new("StringEquals", $"{Issuer}:{name}", values);
}
