using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Policies;

/// <summary>The graphs of the environments, each rendered once for all tests of a class.</summary>
public sealed class RenderedEnvironments
{
    private readonly Dictionary<string, Graph> _graphs = [];

    public static EnvironmentFolder Folder { get; } = new(Checkout.PathOf("infra/stacks/environments"));

    public async Task<(Graph Graph, EnvironmentSettings Settings)> OfAsync(string environment)
    {
        var settings = Folder.Read(environment);
        if (!_graphs.TryGetValue(environment, out var graph))
        {
            graph = await new Renderer().RenderAsync(settings, null, CancellationToken.None);
            _graphs[environment] = graph;
        }

        return (graph, settings);
    }
}
