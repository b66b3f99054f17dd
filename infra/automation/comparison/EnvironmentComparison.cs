using System.Collections.Immutable;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;

namespace Infra.Automation.Comparison;

/// <summary>
/// Compares two environments by rendering them, and finds out by rendering which settings make the difference: nobody
/// has to declare what explains what.
/// </summary>
public sealed class EnvironmentComparison
{
    private readonly EnvironmentFolder _folder;
    private readonly string? _layer;
    private readonly Renderer _renderer;

    /// <summary>A comparison of environments of a folder.</summary>
    /// <param name="folder">The environment files.</param>
    /// <param name="layer">The only layer that is wanted; null for all.</param>
    public EnvironmentComparison(EnvironmentFolder folder, string? layer)
        : this(folder, layer, new())
    {
    }

    internal EnvironmentComparison(EnvironmentFolder folder, string? layer, Renderer renderer) =>
        (_folder, _layer, _renderer) = (folder, layer, renderer);

    /// <summary>Says how the right environment differs from the left one, and what no setting explains.</summary>
    /// <param name="left">The environment that is compared with.</param>
    /// <param name="right">The environment whose differences are shown.</param>
    /// <param name="cancellationToken">Ends it between two layers.</param>
    /// <exception cref="EnvironmentFileException">There is no such environment, or its file has problems.</exception>
    /// <exception cref="UnknownLayerException">One of the environments has no such layer.</exception>
    /// <exception cref="RenderingException">A program failed.</exception>
    public async Task<EnvironmentDifference> CompareAsync(
        string left, string right, CancellationToken cancellationToken) =>
        (await RenderAsync(left, right, cancellationToken)).Difference;

    /// <summary>
    /// Says also which setting makes which difference: renders once more for every setting in which the files differ.
    /// </summary>
    /// <param name="left">The environment that is compared with.</param>
    /// <param name="right">The environment whose differences are shown.</param>
    /// <param name="progress">Receives each setting before it is tried.</param>
    /// <param name="cancellationToken">Ends it between two layers.</param>
    /// <exception cref="EnvironmentFileException">There is no such environment, or its file has problems.</exception>
    /// <exception cref="UnknownLayerException">One of the environments has no such layer.</exception>
    /// <exception cref="RenderingException">A program failed.</exception>
    public async Task<EnvironmentDifference> ExplainAsync(
        string left, string right, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var (difference, environment, graph) = await RenderAsync(left, right, cancellationToken);
        var causes = new List<(string Setting, ImmutableArray<LayerDifference> Layers)>();
        foreach (var variant in difference.IsEmpty ? [] : _folder.Variants(left, right))
        {
            progress.Report(variant.Setting);
            causes.Add((variant.Setting, await EffectAsync(environment, graph, variant.Settings, cancellationToken)));
        }

        var because = causes
            .SelectMany(cause => cause.Layers.SelectMany(changed => changed.Resources.Select(resource =>
                (Key: (changed.Layer, resource.Type, resource.Name), cause.Setting))))
            .ToLookup(cause => cause.Key, cause => cause.Setting);
        return difference with
        {
            Layers =
            [
                .. difference.Layers.Select(changed => changed with
                {
                    Resources =
                    [
                        .. changed.Resources.Select(resource => resource with
                        {
                            Because = [.. because[(changed.Layer, resource.Type, resource.Name)]],
                        }),
                    ],
                }),
            ],
        };
    }

    private async Task<(EnvironmentDifference Difference, EnvironmentSettings Left, Graph LeftGraph)> RenderAsync(
        string left, string right, CancellationToken cancellationToken)
    {
        var (a, b) = (_folder.Read(left), _folder.Read(right));
        var leftGraph = await _renderer.RenderAsync(a, _layer, cancellationToken);
        var rightGraph = await _renderer.RenderAsync(b, _layer, cancellationToken);
        var difference = GraphComparison.Compare(a, leftGraph, b, rightGraph);
        return difference.IsEmpty
            ? (difference, a, leftGraph)
            : (difference with { Unexplained = await UnexplainedAsync(a, b, rightGraph, cancellationToken) }, a, leftGraph);
    }

    /// <summary>What one setting changes. One that no program can be run with by itself explains nothing alone.</summary>
    private async Task<ImmutableArray<LayerDifference>> EffectAsync(
        EnvironmentSettings environment, Graph graph, EnvironmentSettings changed, CancellationToken cancellationToken)
    {
        try
        {
            var after = await _renderer.RenderAsync(changed, _layer, cancellationToken);
            return GraphComparison.Compare(environment, graph, changed, after).Layers;
        }
        catch (Exception exception) when (exception is RenderingException or UnknownLayerException)
        {
            return [];
        }
    }

    /// <summary>
    /// Gives the left environment every setting of the right one and keeps only its name, account and prefix: what
    /// differs then, no setting explains.
    /// </summary>
    private async Task<ImmutableArray<LayerDifference>> UnexplainedAsync(
        EnvironmentSettings left, EnvironmentSettings right, Graph rightGraph, CancellationToken cancellationToken)
    {
        var twin = right with { Name = left.Name, Account = left.Account, Prefix = left.Prefix };

        // A setting of the right environment may hold its words: the twin has the words of both.
        var words = new Normaliser(right, left);
        var graph = await _renderer.RenderAsync(twin, _layer, cancellationToken);
        return GraphComparison.Compare(graph, words, rightGraph, words).Layers;
    }
}
