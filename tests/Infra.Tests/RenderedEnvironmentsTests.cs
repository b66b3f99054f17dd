using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests;

[Collection(nameof(SerialRendering))]
public sealed class RenderedEnvironmentsTests
{
    public static TheoryData<string> Environments => [.. Folder.Names];

    private static EnvironmentFolder Folder { get; } = new(Checkout.PathOf("infra/stacks/environments"));

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Each_environment_renders_to_its_golden_graph(string environment)
    {
        var graph = await new Renderer().RenderAsync(Folder.Read(environment), null, CancellationToken.None);
        foreach (var layer in graph.Layers)
        {
            Golden.Verify(new Graph(environment, [layer]).ToJson(), $"{environment}/{layer.Layer}.graph.json");
        }
    }

    [Fact]
    public async Task The_same_environment_renders_to_the_same_bytes()
    {
        var settings = Folder.Read("prod");
        var first = await new Renderer().RenderAsync(settings, null, CancellationToken.None);
        var second = await new Renderer().RenderAsync(settings, null, CancellationToken.None);
        Assert.Equal(first.ToJson(), second.ToJson());
    }
}
