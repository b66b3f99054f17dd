using Infra.Automation.Policies;
using Infra.Automation.Rendering;
using Infra.Automation.Upgrades;
using Infra.Tests.Policies;

namespace Infra.Tests.Upgrades;

[Collection(nameof(SerialRendering))]
public sealed class UpgradeCheckTests(RenderedEnvironments rendered) : IClassFixture<RenderedEnvironments>
{
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string Instance = "aws:rds/instance:Instance";

    private static readonly DateOnly _today = new(2026, 11, 21);

    [Theory]
    [InlineData("1.36", 90, SupportState.Supported)]
    [InlineData("1.36", 255, SupportState.EndsSoon)]
    [InlineData("1.35", 125, SupportState.Supported)]
    [InlineData("1.35", 126, SupportState.EndsSoon)]
    [InlineData("1.34", 11, SupportState.EndsSoon)]
    [InlineData("1.33", 90, SupportState.Ended)]
    [InlineData("1.99", 90, SupportState.Unknown)]
    [InlineData(null, 90, SupportState.Unknown)]
    public async Task A_clusters_version_is_judged_by_the_day(string? version, int warningDays, SupportState expected)
    {
        var cluster = new Dictionary<string, object> { ["name"] = "c" };
        if (version is not null)
        {
            cluster["version"] = version;
        }

        var report = UpgradeCheck.Run(
            await WithAsync(edit => edit.Copy(AwsTypes.Bucket, null, Cluster, "added", cluster)),
            null, _today, warningDays);

        var found = Assert.Single(
            report.Versions, candidate => candidate.Urn.EndsWith("::added", StringComparison.Ordinal));
        Assert.Equal(expected, found.State);
        Assert.Equal(version, found.Version);
    }

    [Fact]
    public async Task A_database_is_judged_by_its_major_version()
    {
        var report = UpgradeCheck.Run(
            await WithAsync(edit => edit.Copy(AwsTypes.Bucket, null, Instance, "added", new Dictionary<string, object>
            {
                ["engine"] = "postgres",
                ["engineVersion"] = "14.20",
            })),
            null, _today, UpgradeCheck.DefaultWarningDays);

        Assert.Equal(
            SupportState.Ended,
            Assert.Single(report.Versions, found => found.Urn.EndsWith("::added", StringComparison.Ordinal)).State);
    }

    [Fact]
    public async Task An_old_table_is_a_finding_of_its_own()
    {
        var graph = await WithAsync(_ => { });
        Assert.False(UpgradeCheck.Run(graph, null, SupportTable.AsOf.AddDays(SupportTable.FreshDays), 0).TableIsOld);
        var old = UpgradeCheck.Run(graph, null, SupportTable.AsOf.AddDays(SupportTable.FreshDays + 1), 0);
        Assert.True(old.TableIsOld);
        Assert.False(old.IsClean);
    }

    [Fact]
    public async Task The_same_graph_loses_nothing()
    {
        var graph = await WithAsync(_ => { });
        Assert.Empty(UpgradeCheck.Run(graph, graph, _today, 0).Losses);
    }

    [Fact]
    public async Task A_changed_input_that_replaces_is_found_with_both_values()
    {
        var loss = Assert.Single(await LossesAsync(
            edit => edit.Set(AwsTypes.Bucket, "vault-primary", "bucket", "another-name")));

        Assert.True(loss.Replaced);
        Assert.Equal("bucket", loss.Path);
        Assert.Contains(
            "\"strata-prod-evidence\" and would be \"another-name\"", loss.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_input_that_is_updated_in_place_is_no_loss() => Assert.Empty(await LossesAsync(
        edit => edit.Set(AwsTypes.Bucket, "vault-primary", "tags.owner", "somebody")));

    [Fact]
    public async Task What_holds_data_and_is_gone_would_be_deleted()
    {
        var loss = Assert.Single(await LossesAsync(edit => edit.Remove(AwsTypes.Key, "vault-key")));
        Assert.False(loss.Replaced);
        Assert.Contains("Aliases", loss.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_moved_is_found_by_its_alias()
    {
        Assert.Empty(await LossesAsync(edit =>
        {
            var was = edit.Find(AwsTypes.Key, "vault-key");
            edit.Copy(AwsTypes.Key, "vault-key", AwsTypes.Key, "renamed", was.Inputs);
            edit.Options(AwsTypes.Key, "renamed", options => options with { Aliases = [was.Urn] });
            edit.Remove(AwsTypes.Key, "vault-key");
        }));
    }

    [Fact]
    public async Task Encryption_of_a_cluster_may_be_added_and_not_taken_away()
    {
        var without = await WithAsync(edit => Add(edit, new Dictionary<string, object> { ["name"] = "c" }));
        var with = await WithAsync(edit => Add(edit, new Dictionary<string, object>
        {
            ["name"] = "c",
            ["encryptionConfig"] = new Dictionary<string, object> { ["resources"] = "secrets" },
        }));

        Assert.Empty(UpgradeCheck.Run(with, without, _today, 0).Losses);
        Assert.Equal("encryptionConfig", Assert.Single(UpgradeCheck.Run(without, with, _today, 0).Losses).Path);

        static void Add(GraphEdit edit, object inputs) =>
            edit.Copy(AwsTypes.Bucket, null, Cluster, "added", inputs);
    }

    [Fact]
    public async Task A_graph_that_was_written_is_read_back()
    {
        var graph = await WithAsync(_ => { });
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, graph.ToJson());
            Assert.Equal(graph.ToJson(), GraphFile.Read(file).ToJson());

            await File.WriteAllTextAsync(file, "{}");
            Assert.Contains("no graph", Assert.Throws<GraphFileException>(() => GraphFile.Read(file)).Message);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task<IEnumerable<Loss>> LossesAsync(Action<GraphEdit> change) =>
        UpgradeCheck.Run(await WithAsync(change), await WithAsync(_ => { }), _today, 0).Losses;

    private async Task<Graph> WithAsync(Action<GraphEdit> change)
    {
        var (graph, _) = await rendered.OfAsync("prod");
        var edit = new GraphEdit(graph);
        change(edit);
        return edit.Result;
    }
}
