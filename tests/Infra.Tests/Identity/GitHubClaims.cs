using Infra.Components.Identity;

namespace Infra.Tests.Identity;

/// <summary>What a token of GitHub's says, and what has to be true of the role that it opens.</summary>
internal sealed record GitHubClaims(string What, IReadOnlyDictionary<string, object> Keys)
{
    /// <summary>The environment that it deploys as intended; null where it deploys none.</summary>
    public string? Deploys { get; init; }

    /// <summary>Whether it is a pull request's, as intended.</summary>
    public bool Reads { get; init; }

    /// <summary>
    /// Every kind of token that could knock: the intended ones, and each of them with one thing wrong.
    /// </summary>
    public static IEnumerable<GitHubClaims> Of(GitHubRepository repository, IReadOnlyList<string> environments) =>
        Subjects(repository).SelectMany(subject => Good(repository, subject, environments)
            .SelectMany(good => (IEnumerable<GitHubClaims>)[good, .. Bad(good, repository, subject)]));

    private static string[] Subjects(GitHubRepository repository) =>
    [
        $"repo:{repository.Owner}/{repository.Name}",
        repository.SubjectPrefixes.Single(prefix => prefix.Contains('@')),
    ];

    private static IEnumerable<GitHubClaims> Good(
        GitHubRepository repository, string subject, IReadOnlyList<string> environments) =>
    [
        .. environments.Select(environment => Token(
            repository, $"{subject}:environment:{environment}", $"a deployment of {environment} as {subject}")
            with
        { Deploys = environment }),
        Token(repository, $"{subject}:pull_request", $"a pull request as {subject}") with { Reads = true },
    ];

    private static GitHubClaims Token(GitHubRepository repository, string subject, string what) => new(
        what,
        new Dictionary<string, object>
        {
            [Key("aud")] = "sts.amazonaws.com",
            [Key("sub")] = subject,
            [Key("repository")] = $"{repository.Owner}/{repository.Name}",
            [Key("repository_id")] = repository.Id,
            [Key("job_workflow_ref")] = repository.DeployWorkflowReference,
        });

    private static IEnumerable<GitHubClaims> Bad(GitHubClaims good, GitHubRepository repository, string subject)
    {
        foreach (var key in new[] { "aud", "sub", "repository_id" })
        {
            yield return good.Without(key);
        }

        yield return good.With("aud", "https://github.com/attacker", "for another audience");
        yield return good.With("repository_id", "999", "from another repository of the same name");
        yield return good.With("repository_id", "*", "with a star for a repository id");
        yield return good.With("sub", "*", "with a star for a subject");
        yield return good.With("sub", $"{subject}:ref:refs/heads/main", "of a branch, in no environment");
        yield return good.With("sub", $"{subject}:ref:refs/heads/feature", "of another branch");
        yield return good.With("sub", $"{subject}:ref:refs/tags/v1", "of a tag");
        yield return good.With("sub", $"{subject}:environment:playground", "of an environment that is nobody's");
        yield return good.With("sub", $"{good.Keys[Key("sub")]}-2", "of a subject that goes on");
        yield return good.With("sub", $"x{good.Keys[Key("sub")]}", "of a subject that begins earlier");
        yield return good.With(
            "sub", $"repo:attacker/{repository.Name}:{Context(good, subject)}", "of a fork, whoever says its id");
        yield return good.With("sub", $"{subject}-2:{Context(good, subject)}", "of a repository with a longer name");
        if (good.Deploys is not null)
        {
            var full = $"{repository.Owner}/{repository.Name}";
            yield return good.Without("job_workflow_ref");
            foreach (var (reference, what) in new[]
            {
                ($"{full}/{repository.DeployWorkflow}@refs/heads/feature", "another branch"),
                ($"{full}/.github/workflows/test.yml@refs/heads/main", "another workflow"),
                ($"attacker/{repository.Name}/{repository.DeployWorkflow}@refs/heads/main", "another repository"),
                ("*", "a star"),
            })
            {
                yield return good.With("job_workflow_ref", reference, $"by the workflow of {what}");
            }
        }
    }

    private static string Context(GitHubClaims good, string subject) =>
        ((string)good.Keys[Key("sub")])[(subject.Length + 1)..];

    private static string Key(string claim) => $"{GitHubTrust.Issuer}:{claim}";

    private GitHubClaims Without(string claim) =>
        new($"{What}, without {claim}", Keys.Where(key => key.Key != Key(claim)).ToDictionary());

    private GitHubClaims With(string claim, string value, string what) =>
        new($"{What}, {what}", new Dictionary<string, object>(Keys) { [Key(claim)] = value });
}
