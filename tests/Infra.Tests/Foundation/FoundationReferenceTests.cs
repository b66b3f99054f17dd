using System.Collections.Immutable;
using Infra.Automation.Rendering;
using Infra.Components.Flows;
using Infra.Components.Keys;
using Infra.Stacks.Foundation;
using Infra.Stacks.Layers;
using Pulumi;

namespace Infra.Tests.Foundation;

/// <summary>A layer above reads what the foundation puts out.</summary>
[Collection(nameof(SerialRendering))]
public sealed class FoundationReferenceTests
{
    [Fact]
    public async Task A_layer_that_requires_the_foundation_reads_its_outputs_with_their_types()
    {
        var graph = await RenderAsync<Reader>(context => new(context));
        var (foundation, reader) = (graph.Layers[0].Outputs, graph.Layers[1].Outputs);

        Assert.Equal(
            foundation.GetProperty("privateSubnetIds").ToString(), reader.GetProperty("privateSubnetIds").ToString());
        Assert.Equal(
            foundation.GetProperty("securityGroupIds").GetProperty("database").GetString(),
            reader.GetProperty("databaseGroup").GetString());
        Assert.Equal(
            foundation.GetProperty("keyArns").GetProperty("data").GetString(),
            reader.GetProperty("dataKey").GetString());
        Assert.Equal("strata.example.com", reader.GetProperty("zoneName").GetString());
    }

    [Fact]
    public async Task A_key_that_the_foundation_does_not_make_is_named()
    {
        var failure = await Assert.ThrowsAsync<RenderingException>(
            () => RenderAsync<Mistaken>(context => new(context)));

        Assert.Contains("output 'keyArns' has no 'dta'; it has backup, cluster, data", failure.Message);
    }

    private static Task<Graph> RenderAsync<TStack>(Func<LayerContext, TStack> build)
        where TStack : Stack => new Renderer(
    [
        LayerRegistry.Find(LayerRegistry.Foundation),
        new LayerOf<TStack>("reader", build) { Requires = [LayerRegistry.Foundation] },
    ]).RenderAsync(FoundationGraph.Folder.Read("prod"), null, CancellationToken.None);

    private sealed class Reader : Stack
    {
        public Reader(LayerContext context)
            : base(context.Options)
        {
            var foundation = new FoundationReference(context);
            PrivateSubnetIds = foundation.PrivateSubnetIds;
            DatabaseGroup = foundation.SecurityGroupId(SecurityGroupNames.Database);
            DataKey = foundation.KeyArn(KeyPurposes.Data);
            ZoneName = foundation.ZoneName;
        }

        [Output("privateSubnetIds")]
        public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

        [Output("databaseGroup")]
        public Output<string> DatabaseGroup { get; private set; }

        [Output("dataKey")]
        public Output<string> DataKey { get; private set; }

        [Output("zoneName")]
        public Output<string> ZoneName { get; private set; }
    }

    private sealed class Mistaken : Stack
    {
        public Mistaken(LayerContext context)
            : base(context.Options) => Key = new FoundationReference(context).KeyArn("dta");

        [Output("key")]
        public Output<string> Key { get; private set; }
    }
}
