using System.Collections.Immutable;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Pulumi;
using Pulumi.Testing;
using Tests.Support;

namespace Infra.Tests.Layers;

public sealed class LayerOrderTests
{
    private static EnvironmentSettings Local { get; } = new EnvironmentFolder(
        Checkout.PathOf("infra/stacks/environments")).Read("local");

    [Fact]
    public void The_registered_layers_agree() => LayerOrder.Check(LayerRegistry.All);

    [Fact]
    public void A_layer_brings_what_it_requires_and_nothing_else() => Assert.Equal(
        ["a", "b", "d"],
        Of("d", new("a"), new("b") { Requires = ["a"] }, new("c"), new("d") { Requires = ["b"] }));

    [Fact]
    public void Two_layers_of_one_name_are_refused() => Refused(
        "Two layers are called 'a': their stacks would overwrite each other. Rename one of them.",
        new("a"), new("a"));

    [Fact]
    public void Layers_that_require_each_other_are_refused() => Refused(
        "The layer 'a' requires 'b', which requires 'a' again: neither could be applied first. Take one of the two "
        + "references out.",
        new("a") { Requires = ["b"] }, new("b") { Requires = ["a"] });

    [Fact]
    public void A_layer_that_requires_one_there_is_not_is_refused() => Refused(
        "The layer 'b' requires the layer 'x', which there is not; there is a, b.",
        new("a"), new("b") { Requires = ["x"] });

    [Fact]
    public void A_layer_before_one_that_it_requires_is_refused() => Refused(
        "The layer 'a' requires 'b', which is applied after it: list 'b' first.",
        new("a") { Requires = ["b"] }, new("b"));

    [Fact]
    public void A_layer_that_the_environment_has_not_is_refused()
    {
        var failure = Assert.Throws<UnknownLayerException>(
            () => Of("b", new("a"), new("b") { IsIn = _ => false }));
        Assert.Equal(
            "The environment 'local' has no layer 'b': its file has no section 'b'. It has a.", failure.Message);
    }

    private static IEnumerable<string> Of(string wanted, params Named[] layers) =>
        LayerOrder.Of(layers, Local, wanted).Select(layer => layer.Name);

    private static void Refused(string sentence, params Named[] layers) =>
        Assert.Equal(sentence, Assert.Throws<UnknownLayerException>(() => LayerOrder.Check(layers)).Message);

    /// <summary>A layer that is never run.</summary>
    private sealed class Named(string name) : Layer(name)
    {
        public override Task<int> RunAsync(EnvironmentSettings environment) => throw new NotSupportedException();

        public override Task<ImmutableArray<Resource>> RenderAsync(
            EnvironmentSettings environment, StackOptions options, IMocks mocks, TestOptions testOptions) =>
            throw new NotSupportedException();
    }
}
