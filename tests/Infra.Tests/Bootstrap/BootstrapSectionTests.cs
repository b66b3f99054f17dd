using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Bootstrap;

public sealed class BootstrapSectionTests
{
    private static string Prod { get; } =
        File.ReadAllText(Checkout.PathOf("infra/stacks/environments/prod.yaml"));

    /// <summary>What is replaced, by what, and what the error must say.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "stateHistory: 1 year", "stateHistory: 1 day", "'bootstrap.stateHistory' is '1 day' (1 days); allowed is" },
        { "alarms: prod-alarms@", "alarms: prod-alarms", "'bootstrap.alarms' is 'prod-alarmsstrata.example.com'; "
            + "allowed is a mail address" },
        { "ownerId: \"41523017\"", "ownerId: 41523017", "'bootstrap.repository.ownerId' must be quoted" },
        { "id: \"803241975\"", "id: \"*\"", "'bootstrap.repository.id' is '*'; allowed is the repository's number" },
        { "- repo:strata-example/strata\n", "- repo:strata-example/*\n", "An entry of "
            + "'bootstrap.repository.subjectPrefixes' is 'repo:strata-example/*'; allowed is "
            + "'repo:strata-example/strata', 'repo:strata-example@41523017/strata@803241975'" },
        { "- repo:strata-example@41523017/strata@803241975", "- repo:strata-example@41523017/strata@803241976",
            "is 'repo:strata-example@41523017/strata@803241976'; allowed is" },
        { "- repo:strata-example@41523017/strata@803241975", "- \"*\"", "is '*'; allowed is" },
        { "deployWorkflow: .github/workflows/deploy.yml", "deployWorkflow: .github/workflows/*.yml",
            "'bootstrap.repository.deployWorkflow' is '.github/workflows/*.yml'; allowed is a workflow's path" },
        { "deployBranch: main", "deployBranch: \"*\"", "'bootstrap.repository.deployBranch' is '*'; allowed is" },
        { "user/emergency/first", "root", "An entry of 'bootstrap.breakGlassUsers' is "
            + "'arn:aws:iam::777788889999:root'; allowed is the ARN of an IAM user" },
        { "user/emergency/first", "user/*", "allowed is the ARN of an IAM user" },
        { "monthly: 12000", "monthly: \"12000\"", "'bootstrap.budget.monthly' is '12000'; allowed is a whole number" },
        { "monthly: 12000", "monthly: 0", "'bootstrap.budget.monthly' is '0'; allowed is a whole number from 1" },
        { "anomaly:", "anomalies:", "'anomalies' is not a key of 'bootstrap.budget'" },
        { "backend: s3://strata-prod-state?", "backend: s3://strata-dev-state?", "'engine.backend' is "
            + "'s3://strata-dev-state?region=eu-central-1'; allowed is 's3://strata-prod-state?region=eu-central-1', "
            + "the bucket that 'bootstrap' makes." },
        { "awskms://alias/strata-prod-state", "awskms://alias/strata-dev-state", "'engine.secretsProvider' is "
            + "'awskms://alias/strata-dev-state?region=eu-central-1'; allowed is 'awskms://alias/strata-prod-state" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_place_and_what_is_allowed(string right, string wrong, string expected)
    {
        Assert.Contains(right, Prod);
        var exception = Assert.Throws<EnvironmentFileException>(() => EnvironmentFile.Read(
            "prod.yaml", "prod", Prod.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(expected, exception.Message);
        Assert.All(exception.Problems, problem => Assert.True(problem.Line > 1, problem.ToString()));
    }

    [Fact]
    public void An_environment_without_the_section_has_no_such_layer() =>
        Assert.Null(new EnvironmentFolder(Checkout.PathOf("infra/stacks/environments")).Read("local").Bootstrap);
}
