using System.ComponentModel;
using System.Text.Json;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Automation.State;
using Infra.Stacks.Environments;
using Pulumi.Automation;
using Pulumi.Automation.Commands.Exceptions;

namespace Infra.Automation.Engines;

/// <summary>
/// The Pulumi CLI, driven through the Automation API: state in S3, secrets under a KMS key, one stack per layer. It
/// runs the program itself; the graph is what the plan and the record are compared with.
/// </summary>
public sealed class PulumiEngine : IEngine
{
    private readonly string _root;
    private readonly string _environment;
    private readonly string _layer;
    private readonly PulumiEngineSettings _settings;
    private readonly TimeProvider _time;

    /// <summary>The engine of a stack.</summary>
    /// <param name="root">The folder that holds <c>Pulumi.yaml</c>.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="settings">Where the state is, and the key of its secrets.</param>
    /// <param name="time">The clock.</param>
    public PulumiEngine(
        string root, string environment, string layer, PulumiEngineSettings settings, TimeProvider time) =>
        (_root, _environment, _layer, _settings, _time) = (root, environment, layer, settings, time);

    /// <inheritdoc/>
    public string Name => "pulumi";

    private string StackName => $"{_environment}.{_layer}";

    /// <inheritdoc/>
    public Task<Plan> PreviewAsync(LayerGraph graph, CancellationToken cancellationToken) =>
        RunAsync("preview", async stack =>
        {
            var steps = new PulumiSteps(new Progress<EngineEvent>());
            await stack.PreviewAsync(
                new PreviewOptions { OnEvent = steps.Observe, Color = "never" }, cancellationToken);
            return new Plan(
                _environment, _layer, Name, Rehearsal: false, PlanBasis.State, steps.Changes, steps.Unchanged);
        });

    /// <inheritdoc/>
    public Task<DeploymentResult> UpAsync(
        LayerGraph graph, IProgress<EngineEvent> progress, CancellationToken cancellationToken) =>
        RunAsync("update", async stack =>
        {
            var (startedAt, steps) = (_time.GetUtcNow(), new PulumiSteps(progress));
            var result = await stack.UpAsync(
                new UpOptions { OnEvent = steps.Observe, Color = "never" }, cancellationToken);
            return Result("up", graph.Digest(), steps, Outputs(result.Outputs), startedAt);
        });

    /// <inheritdoc/>
    public Task<DeploymentResult> DestroyAsync(
        bool unprotect, IProgress<EngineEvent> progress, CancellationToken cancellationToken)
    {
        if (unprotect)
        {
            throw new CannotApplyException(
                $"The Pulumi engine does not take protection away while it destroys '{StackName}'. Set 'protect: "
                + "false' in the environment's file, run `strata up`, then `strata destroy`. Nothing was changed.");
        }

        return RunAsync("destroy", async stack =>
        {
            var (startedAt, steps) = (_time.GetUtcNow(), new PulumiSteps(progress));
            await stack.DestroyAsync(
                new DestroyOptions { OnEvent = steps.Observe, Color = "never" }, cancellationToken);
            return Result("destroy", null, steps, CanonicalJson.EmptyObject, startedAt);
        });
    }

    /// <inheritdoc/>
    public Task<DriftReport> DriftAsync(CancellationToken cancellationToken) =>
        RunAsync("refresh", async stack =>
        {
            var steps = new PulumiSteps(new Progress<EngineEvent>());
            var options = new RefreshOptions { PreviewOnly = true, OnEvent = steps.Observe, Color = "never" };
            await stack.RefreshAsync(options, cancellationToken);
            return new DriftReport(
                _environment,
                _layer,
                Name,
                steps.Changes.Length + steps.Unchanged,
                [.. steps.Changes.Select(change => new DriftFinding(
                    change.Urn, change.Type, change.Name, change.Kind is ChangeKind.Delete, change.Properties))],
                Unreadable: []);
        });

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, JsonElement>> OutputsAsync(CancellationToken cancellationToken) =>
        RunAsync("read the outputs of", async stack =>
        {
            var outputs = Outputs(await stack.GetOutputsAsync(cancellationToken));
            return (IReadOnlyDictionary<string, JsonElement>)outputs.EnumerateObject()
                .ToDictionary(output => output.Name, output => output.Value);
        });

    private static JsonElement Outputs(IEnumerable<KeyValuePair<string, OutputValue>> outputs) =>
        CanonicalJson.Of(outputs.ToDictionary(
            output => output.Key,
            output => output.Value.IsSecret ? Placeholder.Secret : (object?)output.Value.Value));

    private DeploymentResult Result(
        string operation, string? digest, PulumiSteps steps, JsonElement outputs, DateTimeOffset startedAt) => new(
            _environment,
            _layer,
            Name,
            Rehearsal: false,
            operation,
            digest,
            steps.Changes,
            steps.Resources,
            outputs,
            startedAt,
            _time.GetUtcNow());

    private async Task<T> RunAsync<T>(string operation, Func<WorkspaceStack, Task<T>> run)
    {
        try
        {
            var workspace = new LocalProgramArgs(StackName, _root)
            {
                SecretsProvider = _settings.SecretsProvider,
                EnvironmentVariables = new Dictionary<string, string?> { ["PULUMI_BACKEND_URL"] = _settings.Backend },
            };
            using var stack = await LocalWorkspace.CreateOrSelectStackAsync(workspace);
            return await run(stack);
        }
        catch (ConcurrentUpdateException exception)
        {
            throw new StateLockedException(
                $"Cannot {operation} '{StackName}': another run holds its lock in '{_settings.Backend}'. Wait for it "
                + $"to end. If that run is dead, `pulumi cancel --stack {StackName}` removes every lock of the stack. "
                + $"({FirstLine(exception)})");
        }
        catch (CommandException exception)
        {
            throw new StepFailedException(
                $"Cannot {operation} '{StackName}': the Pulumi CLI ended with an error. What it did is in the state; "
                + $"run the same command again to go on.\n{exception.Message.Trim()}",
                exception);
        }
        catch (Win32Exception exception)
        {
            throw new StoreUnreachableException(
                $"Cannot {operation} '{StackName}': the Pulumi CLI cannot be started ({exception.Message.Trim()}). Install it "
                + "(https://www.pulumi.com/docs/install) so that `pulumi version` works.",
                exception);
        }
        catch (NotSupportedException exception)
        {
            throw new StoreUnreachableException($"Cannot {operation} '{StackName}': {exception.Message}", exception);
        }
    }

    private static string FirstLine(CommandException exception) => exception.Message.Trim().Split('\n')[0];
}
