using System.Text.RegularExpressions;
using Infra.Components.Identity;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Bootstrap;

/// <summary>Reads the section <c>bootstrap</c> of an environment file.</summary>
internal static partial class BootstrapSection
{
    /// <summary>What a user who takes a role in person is, in words.</summary>
    public const string Users = "the ARN of an IAM user, arn:aws:iam::ACCOUNT:user/NAME: only a user's session says "
        + "whether it was opened with a second factor";

    private const int LargestBudget = 10_000_000;

    public static BootstrapSettings Read(YamlSection section)
    {
        var settings = new BootstrapSettings(
            section.Period("stateHistory", 7, 3_653),
            section.Period("keyDeletionWindow", 7, 30),
            section.Text("alarms", Mail(), "a mail address"),
            Repository(section.Section("repository")),
            section.Texts("breakGlassUsers", User(), Users),
            Budget(section.Section("budget")));
        section.Done();
        return settings;
    }

    /// <summary>Reports an engine that would keep its state elsewhere than in this layer's bucket.</summary>
    public static void Check(YamlSection file, EnvironmentSettings settings)
    {
        if (settings is not { Bootstrap: not null, Engine: PulumiEngineSettings engine })
        {
            return;
        }

        var name = new AccountScope(settings.Partition, settings.Account, settings.Prefix).StateName;
        if (!engine.Backend.StartsWith($"s3://{name}?", StringComparison.Ordinal)
            && !engine.Backend.StartsWith($"s3://{name}/", StringComparison.Ordinal))
        {
            file.Wrong("engine", $"'engine.backend' is '{engine.Backend}'; allowed is 's3://{name}?region="
                + $"{settings.Region}', the bucket that 'bootstrap' makes.");
        }

        if (engine.SecretsProvider.StartsWith("awskms://alias/", StringComparison.Ordinal)
            && !engine.SecretsProvider.StartsWith($"awskms://alias/{name}?", StringComparison.Ordinal))
        {
            file.Wrong("engine", $"'engine.secretsProvider' is '{engine.SecretsProvider}'; allowed is 'awskms://alias/"
                + $"{name}?region={settings.Region}', the key that 'bootstrap' makes, or that key's id or ARN.");
        }
    }

    /// <summary>ARN of an IAM user.</summary>
    [GeneratedRegex(@"\Aarn:aws(-cn|-us-gov)?:iam::[0-9]{12}:user/[A-Za-z0-9+=,.@_/-]+\z")]
    public static partial Regex User();

    private static GitHubRepository Repository(YamlSection section)
    {
        var owner = section.Text("owner", RepositoryWord(), "a GitHub organisation's name");
        var name = section.Text("name", RepositoryWord(), "a GitHub repository's name");
        var ownerId = section.Text("ownerId", Number(), "the organisation's number, in quotes", quoted: true);
        var id = section.Text("id", Number(), "the repository's number, in quotes", quoted: true);
        string[] forms =
            [$"repo:{owner}/{name}", $"repo:{owner}@{ownerId}/{name}@{id}", $"repo:{owner}-{ownerId}/{name}-{id}"];
        // GitHub announced immutable subjects with '-' and documents them with '@': its preview says which it is.
        var repository = new GitHubRepository(
            owner,
            name,
            id,
            section.Texts(
                "subjectPrefixes",
                new Regex($@"\A({string.Join('|', forms.Select(Regex.Escape))})\z", RegexOptions.CultureInvariant),
                $"'{string.Join("', '", forms)}', as the repository's OIDC settings preview it"),
            section.Text("deployWorkflow", Workflow(), "a workflow's path, such as .github/workflows/deploy.yml"),
            section.Text("deployBranch", Branch(), "a branch's name, such as main, without a pattern"));
        section.Done();
        return repository;
    }

    private static BudgetSettings Budget(YamlSection section)
    {
        var budget = new BudgetSettings(
            section.Number("monthly", 1, LargestBudget),
            section.Number("anomaly", 1, LargestBudget),
            section.Text("address", Mail(), "a mail address"));
        section.Done();
        return budget;
    }

    [GeneratedRegex(@"\A[^\s@*""<>]+@[^\s@*""<>]+\.[a-z]{2,}\z")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+\z")]
    private static partial Regex RepositoryWord();

    [GeneratedRegex(@"\A[1-9][0-9]{0,18}\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A\.github/workflows/[A-Za-z0-9._-]+\.ya?ml\z")]
    private static partial Regex Workflow();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._/-]*\z")]
    private static partial Regex Branch();
}
