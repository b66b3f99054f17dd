using System.Text.Json;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Rendering;

namespace Infra.Automation.Engines;

/// <summary>
/// Makes one stack of one environment be as its graph says. Every operation but preview and outputs holds the stack's
/// lock; a cancelled one ends between two steps, and the next run continues.
/// </summary>
public interface IEngine
{
    /// <summary>What it is called in plans and records: <c>embedded</c>, <c>rehearsal</c> or <c>pulumi</c>.</summary>
    string Name { get; }

    /// <summary>Says what <see cref="UpAsync"/> would do, and changes nothing.</summary>
    /// <exception cref="CannotApplyException">The engine cannot apply the graph.</exception>
    Task<Plan> PreviewAsync(LayerGraph graph, CancellationToken cancellationToken);

    /// <summary>Makes the stack be as the graph says.</summary>
    /// <exception cref="CannotApplyException">The engine cannot apply the graph; nothing was changed.</exception>
    /// <exception cref="RefusedException">
    /// Something protected would be deleted or replaced; nothing was changed.
    /// </exception>
    /// <exception cref="StepFailedException">A step failed; what was done before it is done and known.</exception>
    Task<DeploymentResult> UpAsync(
        LayerGraph graph, IProgress<EngineEvent> progress, CancellationToken cancellationToken);

    /// <summary>Deletes everything in the stack.</summary>
    /// <param name="unprotect">
    /// Whether protected resources are put to the store as well; the store has the last word.
    /// </param>
    /// <param name="progress">Receives each step as it begins and ends.</param>
    /// <param name="cancellationToken">Ends the operation between two steps.</param>
    /// <exception cref="RefusedException">
    /// Something is protected, or the store refuses; nothing was changed.
    /// </exception>
    /// <exception cref="StepFailedException">A step failed; what was done before it is done and known.</exception>
    Task<DeploymentResult> DestroyAsync(
        bool unprotect, IProgress<EngineEvent> progress, CancellationToken cancellationToken);

    /// <summary>Compares what was deployed with what is really there.</summary>
    Task<DriftReport> DriftAsync(CancellationToken cancellationToken);

    /// <summary>The outputs of the last deployment, by wire name; none where nothing was deployed.</summary>
    Task<IReadOnlyDictionary<string, JsonElement>> OutputsAsync(CancellationToken cancellationToken);
}
