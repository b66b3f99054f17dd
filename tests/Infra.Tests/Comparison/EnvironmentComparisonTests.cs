using Infra.Automation.Comparison;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Pulumi;
using Tests.Support;
using S3 = Pulumi.Aws.S3;

namespace Infra.Tests.Comparison;

[Collection(nameof(SerialRendering))]
public sealed class EnvironmentComparisonTests : IDisposable, IProgress<string>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strata-environments-");
    private readonly List<string> _tried = [];

    public EnvironmentComparisonTests()
    {
        foreach (var file in Directory.EnumerateFiles(Checkout.PathOf("infra/stacks/environments"), "*.yaml"))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }

    public static TheoryData<string, string> Pairs => new()
    {
        { "dev", "staging" },
        { "dev", "prod" },
        { "staging", "prod" },
        { "prod", "dev" },
        { "local", "dev" },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task The_environment_files_explain_every_difference(string left, string right)
    {
        var difference = await Comparison(null).CompareAsync(left, right, CancellationToken.None);
        Assert.Empty(difference.Unexplained.SelectMany(layer => layer.Resources.Select(resource => resource.Name)));
        Assert.Empty(difference.Unexplained);
        Assert.False(difference.IsEmpty);
    }

    [Fact]
    public async Task A_difference_names_the_setting_that_makes_it()
    {
        var difference = await ExplainAsync("staging", "prod");
        var locking = difference.Layers.Single(layer => layer.Layer == "evidence").Resources
            .Single(resource => resource.Name == "vault-primary-lock");
        Assert.Contains("evidence.retention", locking.Because);
        Assert.DoesNotContain("evidence.headHistory", locking.Because);
    }

    [Fact]
    public async Task A_setting_that_cannot_change_alone_is_tried_with_its_section()
    {
        // The prod default of 7 years is beyond the staging maximum of 1 year.
        _ = await ExplainAsync("staging", "prod");
        Assert.Contains("evidence.retention", _tried);
        Assert.DoesNotContain("evidence.retention.default", _tried);
    }

    [Fact]
    public async Task What_makes_two_environments_two_is_never_tried()
    {
        _ = await ExplainAsync("dev", "prod");
        Assert.Empty(_tried.Intersect(["environment", "account", "region", "replicaRegion", "prefix"]));
        Assert.Contains("protect", _tried);
    }

    [Fact]
    public async Task An_environment_does_not_differ_from_itself()
    {
        var difference = await ExplainAsync("prod", "prod");
        Assert.True(difference.IsEmpty);
        Assert.Empty(_tried);
    }

    [Fact]
    public async Task What_asks_for_the_name_of_its_environment_is_unexplained()
    {
        var layer = new LayerOf<NamedStack>("named", context => new(context));
        var difference = await new EnvironmentComparison(new(_folder.FullName), null, new Renderer([layer]))
            .ExplainAsync("staging", "prod", this, CancellationToken.None);
        Assert.Equal("sneaky", Assert.Single(Assert.Single(difference.Unexplained).Resources).Name);
        Assert.Equal(["honest", "sneaky"], difference.Layers.Single().Resources.Select(resource => resource.Name));
        Assert.Equal("evidence.headHistory", Assert.Single(difference.Layers.Single().Resources[0].Because));
    }

    void IProgress<string>.Report(string value) => _tried.Add(value);

    private EnvironmentComparison Comparison(string? layer) => new(new EnvironmentFolder(_folder.FullName), layer);

    private Task<EnvironmentDifference> ExplainAsync(string left, string right) =>
        Comparison("evidence").ExplainAsync(left, right, this, CancellationToken.None);

    /// <summary>Has one bucket that follows a setting, and one that follows the environment's name.</summary>
    private sealed class NamedStack : Stack
    {
        public NamedStack(LayerContext context)
            : base(context.Options)
        {
            var environment = context.Environment;
            _ = new S3.Bucket("honest", new()
            {
                BucketName = $"{environment.Prefix}-{environment.Name}-{environment.Region}a",
                Tags = { ["days"] = $"{environment.Evidence.HeadHistory.Days}" },
            });
            _ = new S3.Bucket("sneaky", new() { ForceDestroy = environment.Name is "staging" });
        }
    }
}
