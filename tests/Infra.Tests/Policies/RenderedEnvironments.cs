using Infra.Automation.Policies;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Policies;

/// <summary>The graphs of the environments, each rendered once for all tests of a class.</summary>
public sealed class RenderedEnvironments
{
    private readonly Dictionary<string, Graph> _graphs = [];
    private HashSet<PolicyFinding>? _ofProd;

    public static EnvironmentFolder Folder { get; } = new(Checkout.PathOf("infra/stacks/environments"));

    /// <summary>What the rules find in prod as it is.</summary>
    internal async Task<HashSet<PolicyFinding>> FindingsOfProdAsync()
    {
        var (graph, settings) = await OfAsync("prod");
        return _ofProd ??= [.. PolicyCheck.Findings(graph, settings)];
    }

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
