using Infra.Automation.Comparison;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Tests.Support;

namespace Infra.Tests.Comparison;

[Collection(nameof(SerialRendering))]
public sealed class GraphComparisonTests
{
    private static EnvironmentFolder Folder { get; } = new(Checkout.PathOf("infra/stacks/environments"));

    [Fact]
    public async Task An_environment_that_differs_in_names_account_and_regions_only_does_not_differ()
    {
        // Bootstrap and audit name users by ARNs, the account included; platform and workloads hold the authorities of
        // their region.
        var real = Folder.Read("prod");
        var prod = real with
        {
            Bootstrap = null,
            Platform = null,
            Workloads = null,
            Evidence = real.Evidence with { Audit = null },
        };
        var twin = prod with
        {
            Name = "twin",
            Account = "123123123123",
            Prefix = "another-name",
            Region = "us-east-2",
            ReplicaRegion = "us-west-2",
        };
        var difference = await CompareAsync(prod, twin);
        Assert.Equal("", string.Join('\n', difference.Layers.SelectMany(layer => layer.Resources)));
        Assert.True(difference.IsEmpty);
        Assert.True(difference.Same > 30);
    }

    [Fact]
    public async Task What_is_stronger_in_prod_is_shown_in_its_place()
    {
        var difference = await CompareAsync(Folder.Read("dev"), Folder.Read("prod"));
        var locking = Assert.Single(Evidence(difference).Resources, resource => resource.Name == "vault-primary-lock");
        Assert.Contains(
            locking.Properties, change =>
                change is { Path: "rule.defaultRetention.mode", Kind: PropertyChangeKind.Changed });
        Assert.Contains(locking.Properties, change => change.Path == "options.protect");
        Assert.Contains(Evidence(difference).Outputs, change => change.Path == "retentionDefaultDays");
    }

    [Fact]
    public async Task What_only_one_environment_has_is_added_or_removed()
    {
        var there = await CompareAsync(Folder.Read("local"), Folder.Read("staging"));
        Assert.Contains(
            Evidence(there).Resources, resource => resource is { Name: "vault-key", Kind: PropertyChangeKind.Added });
        var back = await CompareAsync(Folder.Read("staging"), Folder.Read("local"));
        Assert.Contains(
            Evidence(back).Resources, resource => resource is { Name: "vault-key", Kind: PropertyChangeKind.Removed });
    }

    private static LayerDifference Evidence(EnvironmentDifference difference) =>
        difference.Layers.Single(layer => layer.Layer == LayerRegistry.Evidence);

    private static async Task<EnvironmentDifference> CompareAsync(
        EnvironmentSettings left, EnvironmentSettings right) =>
        GraphComparison.Compare(
            left,
            await new Renderer().RenderAsync(left, null, CancellationToken.None),
            right,
            await new Renderer().RenderAsync(right, null, CancellationToken.None));
}
