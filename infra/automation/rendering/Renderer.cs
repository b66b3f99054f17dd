using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Pulumi.Testing;

namespace Infra.Automation.Rendering;

/// <summary>
/// Runs stacks in this process, without an engine, a provider, credentials or secrets, and answers with the graph of
/// what they would register. Works through the public API of the Pulumi SDK alone.
/// </summary>
public sealed class Renderer
{
    /// <summary>Name of the Pulumi project, as in <c>Pulumi.yaml</c>; part of every URN.</summary>
    public const string Project = LayerRegistry.Project;

    // The SDK runs one program per process at a time.
    private static readonly SemaphoreSlim _oneAtATime = new(1, 1);

    private readonly IReadOnlyList<Layer> _layers;

    /// <summary>A renderer of the layers there are.</summary>
    public Renderer()
        : this(LayerRegistry.All)
    {
    }

    internal Renderer(IReadOnlyList<Layer> layers) => _layers = layers;

    /// <summary>Renders an environment.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="layer">The only layer that is wanted; null for all.</param>
    /// <param name="cancellationToken">Ends the rendering between two layers.</param>
    /// <exception cref="UnknownLayerException">There is no such layer.</exception>
    /// <exception cref="RenderingException">A program failed, or it needs what only the cloud knows.</exception>
    public async Task<Graph> RenderAsync(
        EnvironmentSettings environment, string? layer, CancellationToken cancellationToken)
    {
        // A layer reads the outputs of those it requires, so these are rendered whether they are wanted or not.
        var graphs = new List<LayerGraph>();
        foreach (var candidate in LayerOrder.Of(_layers, environment, layer))
        {
            cancellationToken.ThrowIfCancellationRequested();
            graphs.Add(await RenderAsync(environment, candidate, graphs, cancellationToken));
        }

        return new(environment.Name, [.. graphs.Where(graph => layer is null || graph.Layer == layer)]);
    }

    private static async Task<LayerGraph> RenderAsync(
        EnvironmentSettings environment,
        Layer layer,
        IReadOnlyList<LayerGraph> earlier,
        CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        var run = new RenderRun(environment, layer.StackOf(environment.Name), earlier);
        try
        {
            var options = new TestOptions { ProjectName = Project, StackName = run.Stack, IsPreview = true };
            var resources = await layer.RenderAsync(environment, run.StackOptions, run, options);
            return await run.FinishAsync(layer.Name, resources);
        }
        catch (Exception exception) when (exception is not RenderingException and not OperationCanceledException)
        {
            throw new RenderingException(
                $"Cannot render the layer '{layer.Name}' of '{environment.Name}': "
                + $"{run.Problem ?? ProgramFailure.Sentence(exception)}",
                exception);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
