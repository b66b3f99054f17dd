using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Engines.Embedded.S3;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>
/// The engine in this process: for one machine, with its state in a file, or for a rehearsal, with nothing behind it.
/// </summary>
internal sealed class EmbeddedEngine(
    string environment,
    string layer,
    IStateStore store,
    HandlerTable handlers,
    TimeProvider time,
    bool rehearsal) : IEngine
{
    private readonly Planner _planner = new(handlers, rehearsal);
    private readonly Checks _checks = new(handlers);

    /// <inheritdoc/>
    public string Name => rehearsal ? "rehearsal" : "embedded";

    /// <inheritdoc/>
    public Task<Plan> PreviewAsync(LayerGraph graph, CancellationToken cancellationToken)
    {
        _checks.CanApply(graph);
        var loaded = store.Load();
        var work = _planner.Plan(graph, Aliases.Apply(loaded ?? Empty(), graph));
        return Task.FromResult(new Plan(
            environment,
            layer,
            Name,
            rehearsal,
            loaded is null ? PlanBasis.Nothing : PlanBasis.State,
            work.Changes,
            work.Decisions.Count(decision => decision.Kind is ChangeKind.Same)));
    }

    /// <inheritdoc/>
    public async Task<DeploymentResult> UpAsync(
        LayerGraph graph, IProgress<EngineEvent> progress, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        _checks.CanApply(graph);
        using var held = Lock(progress);
        var session = await OpenAsync(progress, cancellationToken);
        session.Rename(graph);

        var work = _planner.Plan(graph, session.State);
        Checks.NothingProtectedIsLost(work);
        await CheckAsync(work, session.State, cancellationToken);

        await DeleteAsync(session, work.Evictions, cancellationToken);
        foreach (var planned in work.Decisions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ApplyAsync(session, _planner.Decide(planned.Resource, session.State, ImmutableHashSet<string>.Empty));
        }

        var gone = StateOrder.Backwards(Gone(session.State, work), session.State);
        await DeleteAsync(session, gone.Where(resource => !resource.IsRetained), cancellationToken);
        Forget(session, gone.Where(resource => resource.IsRetained));
        session.Finish(new Resolver(session.State.Live, rehearsal).Resolve(graph.Outputs));
        return Result(session, "up", graph.Digest(), startedAt);
    }

    /// <inheritdoc/>
    public async Task<DeploymentResult> DestroyAsync(
        bool unprotect, IProgress<EngineEvent> progress, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        using var held = Lock(progress);
        var session = await OpenAsync(progress, cancellationToken);
        var nothing = new LayerGraph(layer, $"{environment}.{layer}", [], CanonicalJson.EmptyObject);
        var work = _planner.Plan(nothing, session.State);
        if (!unprotect)
        {
            Checks.NothingProtectedIsLost(work);
        }

        await CheckAsync(work, session.State, cancellationToken);
        await DeleteAsync(session, work.Removals, cancellationToken);
        Forget(session, work.Forgotten);
        session.Finish(CanonicalJson.EmptyObject);
        return Result(session, "destroy", null, startedAt);
    }

    /// <inheritdoc/>
    public async Task<DriftReport> DriftAsync(CancellationToken cancellationToken)
    {
        if (rehearsal)
        {
            throw new CannotApplyException(
                "A rehearsal has nothing real that could drift. Run `strata drift` without --rehearse.");
        }

        var state = store.Load() ?? Empty();
        var resources = state.Resources.Where(resource => !resource.Component && !resource.Condemned).ToList();
        var findings = ImmutableArray.CreateBuilder<DriftFinding>();
        var unreadable = ImmutableArray.CreateBuilder<DeployedResource>();
        foreach (var resource in resources)
        {
            var handler = handlers.Find(resource.Type) ?? throw new StateContradictionException(
                $"The state '{store.Location}' holds '{resource.Name}' of type '{resource.Type}', which nothing here "
                + "can read.");
            var observed = await StoreFault.GuardAsync(
                $"read '{resource.Name}' ({resource.Type})",
                () => handler.ReadAsync(resource.Id ?? "", resource.Inputs, cancellationToken));
            if (observed == Observed.Unreadable)
            {
                unreadable.Add(new(resource.Urn, resource.Type, resource.Id));
                continue;
            }

            var changes = observed is null ? [] : Differ.Compare(handler.Normalise(resource.Inputs), observed.Inputs);
            if (observed is null || !changes.IsEmpty)
            {
                findings.Add(new(resource.Urn, resource.Type, resource.Name, observed is null, changes));
            }
        }

        var read = resources.Count - unreadable.Count;
        return new(environment, layer, Name, read, findings.ToImmutable(), unreadable.ToImmutable());
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, JsonElement>> OutputsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, JsonElement>>((store.Load() ?? Empty()).Outputs
            .EnumerateObject().ToDictionary(output => output.Name, output => output.Value));

    private static async Task DeleteAsync(
        Session session, IEnumerable<StateResource> resources, CancellationToken cancellationToken)
    {
        foreach (var resource in resources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await session.DeleteAsync(resource);
        }
    }

    private static async Task ApplyAsync(Session session, Decision decision)
    {
        switch (decision)
        {
            case { Kind: ChangeKind.Same } or { Resource.Component: true }:
                session.Note(decision);
                break;
            case { DeleteFirst: true }:
            case { Kind: ChangeKind.Replace, Current.Options.Protect: true, Resource.Options.Protect: true }:
                throw new StepFailedException(
                    $"Stopped before '{decision.Resource.Name}' ({decision.Resource.Type}): it turned out to need a "
                    + "replacement that the plan did not have. What was done is in the state; run the same command "
                    + "again to see the new plan.");
            case { Kind: ChangeKind.Create or ChangeKind.Replace }:
                await session.CreateAsync(decision);
                break;
            case { Kind: ChangeKind.Update, Current: { } current }:
                await session.UpdateAsync(decision, current);
                break;
            default:
                throw new InvalidOperationException($"A program's resource cannot be '{decision.Kind}'.");
        }
    }

    private static void Forget(Session session, IEnumerable<StateResource> resources)
    {
        foreach (var resource in resources)
        {
            session.Forget(resource);
        }
    }

    /// <summary>What left the program, and what has been replaced, in this run or in one that was interrupted.</summary>
    private static IEnumerable<StateResource> Gone(StateDocument state, Work work)
    {
        var wanted = work.Decisions.Select(decision => decision.Resource.Urn).ToHashSet(StringComparer.Ordinal);
        return state.Resources.Where(resource => resource.Condemned || !wanted.Contains(resource.Urn));
    }

    private async Task<Session> OpenAsync(IProgress<EngineEvent> progress, CancellationToken cancellationToken)
    {
        var session = new Session(store, handlers, store.Load() ?? Empty(), progress.Report);
        await StoreFault.GuardAsync(
            "find out what an interrupted run did", () => session.RecoverAsync(cancellationToken));
        return session;
    }

    private StateLock Lock(IProgress<EngineEvent> progress)
    {
        var held = store.Lock(
            new(Environment.UserName, Environment.MachineName, Environment.ProcessId, time.GetUtcNow()));
        if (held.Left is { } left)
        {
            progress.Report(
                new(EnginePhase.Note, $"Took over the lock of a run that ended without giving it back: {left}."));
        }

        return held;
    }

    private Task CheckAsync(Work work, StateDocument state, CancellationToken cancellationToken) =>
        StoreFault.GuardAsync(
            "ask the store what it would refuse",
            () => Preflight.CheckAsync(handlers, work, state, cancellationToken));

    private StateDocument Empty() => StateDocument.Empty(environment, layer, rehearsal);

    private DeploymentResult Result(Session session, string operation, string? digest, DateTimeOffset startedAt) => new(
        environment,
        layer,
        Name,
        rehearsal,
        operation,
        digest,
        [.. session.Done],
        [
            .. session.State.Resources
                .OrderBy(resource => resource.Urn, StringComparer.Ordinal)
                .Select(resource => new DeployedResource(resource.Urn, resource.Type, resource.Id)),
        ],
        session.State.Outputs,
        startedAt,
        time.GetUtcNow());
}
