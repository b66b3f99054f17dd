using Infra.Components.Evidence;
using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Environments;

public sealed class EnvironmentFileTests
{
    private static EnvironmentFolder Folder { get; } = new(Checkout.PathOf("infra/stacks/environments"));

    private static string Prod { get; } = File.ReadAllText(Path.Combine(Folder.Path, "prod.yaml"));

    /// <summary>What is replaced, by what, and what the error must say, the place included.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "protect:", "protec:", "prod.yaml:14:1: 'protec' is not a key of an environment file; allowed is "
            + "environment, account," },
        { "protect:", "protec:", "Did you mean 'protect'?" },
        { "protect:", "protec:", "prod.yaml:2:1: 'protect' is missing; it takes true or false." },
        { "protect: true", "protect: yes", "'protect' is 'yes'; allowed is true or false" },
        { "protect: true", "protect: \"true\"", "'protect' is 'true'; allowed is true or false, without quotes" },
        { "\"777788889999\"", "777788889999", "prod.yaml:3:10: 'account' must be quoted" },
        { "\"777788889999\"", "\"77778888999\"", "'account' is '77778888999'; allowed is an AWS account id: twelve "
            + "digits in quotes" },
        { "environment: prod", "environment: prd", "'environment' is 'prd' in the file of 'prod'; allowed is 'prod'" },
        { "partition: aws", "partition: azure", "'partition' is 'azure'; allowed is one of aws, aws-cn, aws-us-gov" },
        { "region: eu-central-1", "region: Frankfurt", "'region' is 'Frankfurt'; allowed is an AWS region" },
        { "replicaRegion: eu-west-1", "replicaRegion: "
            + "eu-central-1", "prod.yaml:6:16: 'replicaRegion' is 'eu-central-1', which is also 'region'" },
        { "prefix: strata-prod", "prefix: Strata_Prod", "'prefix' is 'Strata_Prod'; allowed is 3 to 30 lower-case "
            + "letters" },
        { "prefix: strata-prod", "prefix: a-prefix-that-is-much-too-long-for-a-bucket", "allowed is 3 to 30 "
            + "lower-case letters" },
        { "dataClass: confidential", "dataClass: secret", "'tags.dataClass' is 'secret'; allowed is one of public, "
            + "internal, confidential" },
        { "owner: platform", "owner:", "'tags.owner' is nothing; allowed is a team's name" },
        { "owner: platform", "owner: [a, b]", "'tags.owner' is a list; allowed is a team's name" },
        { "kind: pulumi", "kind: pulumy", "'engine.kind' is 'pulumy'; allowed is one of embedded, pulumi. Did you "
            + "mean 'pulumi'?" },
        { "kind: pulumi", "kind: embedded", "'backend' is not a key of 'engine'; allowed is kind" },
        { "backend: s3://", "backend: file://", "'engine.backend' is 'file://strata-prod-state?region=eu-central-1'; "
            + "allowed is an S3 address" },
        { "awskms://alias/strata-prod-state?region=eu-central-1", "passphrase", "'engine.secretsProvider' is "
            + "'passphrase'; allowed is a KMS key" },
        {
            "lacks: {}", "lacks: { replication: no reason }",
            "'store.lacks' must be empty, {}, where 'store.kind' is 'aws'"
        },
        { "lacks: {}", "lacks: { kms: x }", "'kms' is not a key of 'store.lacks'; allowed is kmsEncryption" },
        { "lacks: {}", "lacks:", "'store.lacks' must be a mapping of keys to values, found nothing" },
        {
            "default: 7 years", "default: 7",
            "'evidence.retention.default' is '7'; allowed is a whole number and its unit"
        },
        { "default: 7 years", "default: 7 Years", "'evidence.retention.default' is '7 Years'; allowed is a whole "
            + "number and its unit" },
        { "default: 7 years", "default: 7 weeks", "'evidence.retention.default' is '7 weeks'" },
        {
            "default: 7 years", "default: 1 day",
            "'evidence.retention.default' is '1 day'; allowed is '30 days' to '10 years'"
        },
        {
            "default: 7 years", "default: 11 years",
            "allowed is '30 days' to '10 years', as 'minimum' and 'maximum' say"
        },
        { "default: 7 years", "default: 0 days", "'evidence.retention.default' is '0 days'" },
        { "mode: COMPLIANCE", "mode: compliance", "'evidence.retention.mode' is 'compliance'; allowed is one of "
            + "COMPLIANCE, GOVERNANCE. Did you mean 'COMPLIANCE'?" },
        { "keyDeletionWindow: 30 days", "keyDeletionWindow: 31 days", "'evidence.keyDeletionWindow' is '31 days' (31 "
            + "days); allowed is a whole number and its unit, from 7 to 30 days" },
        { "headHistory: 90 days", "headHistory: 90 days\n  headHistory: 90 days", "This is not YAML" },
        { "tags:", "tags: *x", "This is not YAML" },
        { "\nevidence:", "\n---\nevidence:", "The file holds a second document" },
        {
            "protect: true", "protect: true\n? [a]\n: b",
            "A key of an environment file must be a plain word, found a list"
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_place_and_what_is_allowed(string right, string wrong, string expected)
    {
        Assert.Contains(right, Prod);
        var exception = Assert.Throws<EnvironmentFileException>(() => EnvironmentFile.Read(
            "prod.yaml", "prod", Prod.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(expected, exception.Message);
        Assert.All(
            exception.Problems, problem => Assert.True(problem is { File: "prod.yaml", Line: > 0, Column: > 0 }));
    }

    [Fact]
    public void All_problems_of_a_file_are_reported_at_once_in_the_order_of_the_file()
    {
        var text = Prod.Replace("protect: true", "protect: maybe").Replace("7 years", "7").Replace("aws\n", "aws1\n");
        var exception = Assert.Throws<EnvironmentFileException>(() => EnvironmentFile.Read("prod.yaml", "prod", text));
        Assert.Equal(
            exception.Problems.Select(
                problem => problem.Line).Order(), exception.Problems.Select(problem => problem.Line));
        Assert.True(exception.Problems.Count >= 3, exception.Message);
    }

    [Fact]
    public void An_empty_file_is_a_problem() => Assert.Contains(
        "The file is empty", Assert.Throws<EnvironmentFileException>(
            () => EnvironmentFile.Read("x.yaml", "x", "# nothing\n")).Message);

    [Fact]
    public void An_unknown_environment_is_answered_with_those_there_are()
    {
        var exception = Assert.Throws<EnvironmentFileException>(() => Folder.Read("porduction"));
        Assert.Contains("there is dev, local, prod, staging", exception.Message);
        Assert.Contains(
            "Did you mean 'prod'?", Assert.Throws<EnvironmentFileException>(() => Folder.Read("pord")).Message);
    }

    [Theory]
    [InlineData("../environments/prod")]
    [InlineData("")]
    public void A_name_that_is_no_environment_reads_no_file(string name) =>
        Assert.Contains(
            "There is no environment", Assert.Throws<EnvironmentFileException>(() => Folder.Read(name)).Message);

    [Fact]
    public void Prod_is_read_into_its_record()
    {
        var prod = Folder.Read("prod");
        Assert.Equal("777788889999", prod.Account);
        Assert.Equal(2557, prod.Evidence.Retention.Default.Days);
        Assert.Equal(RetentionMode.Compliance, prod.Evidence.Retention.Mode);
        Assert.IsType<PulumiEngineSettings>(prod.Engine);
        Assert.True(prod.Protect);
        Assert.All(Enum.GetValues<StoreFeature>(), feature => Assert.True(prod.Store.Has(feature)));
    }

    [Fact]
    public void What_the_local_store_lacks_is_in_its_file_with_a_reason() =>
        Assert.All(
            Folder.Read("local").Store.Lacks, lack => Assert.True(lack.Value.Length > 20, $"{lack.Key}: {lack.Value}"));

    [Theory]
    [InlineData("90 days", 90)]
    [InlineData("1 day", 1)]
    [InlineData("7 years", 2557)]
    [InlineData("1 year", 366)]
    public void A_period_is_whole_days(string text, int days)
    {
        Assert.True(Period.TryParse(text, out var period));
        Assert.Equal(days, period.Days);
        Assert.Equal(text, period.ToString());
    }

    [Theory]
    [InlineData("days")]
    [InlineData("90days")]
    [InlineData("90  days")]
    [InlineData("-1 days")]
    [InlineData("1.5 years")]
    [InlineData("99999999999 days")]
    [InlineData("36501 days")]
    public void What_is_no_period_is_not_read(string text) => Assert.False(Period.TryParse(text, out _));
}
