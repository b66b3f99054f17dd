using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Engines.Embedded.S3;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>
/// One operation on one state, under its lock. Every step is: save the intent; do it; save the outcome. A crash before
/// the first save changed nothing. A crash between the saves leaves an intent, and <see cref="RecoverAsync"/> asks the
/// store what came of it. A crash after the second save left nothing open. So nothing is made twice or forgotten.
/// </summary>
internal sealed class Session(IStateStore store, HandlerTable handlers, StateDocument state, Action<EngineEvent> report)
{
    public StateDocument State { get; private set; } = state;

    /// <summary>What was done so far.</summary>
    public List<PlannedChange> Done { get; } = [];

    /// <summary>Finds out what came of the steps that a crash left open, and writes it down.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        foreach (var intent in State.Intents)
        {
            var resource = intent.Resource;
            var handler = Handler(resource.Type);
            var id = resource.Id ?? handler.Identify(resource.Urn, resource.Inputs);
            var observed = await handler.ReadAsync(id, resource.Inputs, cancellationToken);
            var others = State.Resources.Where(other => !IsSame(other, resource));
            var found = observed switch
            {
                null => null,
                // Not known: what was to be there is put there again, what was to go is deleted again.
                _ when observed == Observed.Unreadable => intent.Kind is IntentKind.Delete ? resource : null,
                _ => resource with { Id = id, Inputs = observed.Inputs, Outputs = observed.Outputs },
            };
            if (intent.Kind is IntentKind.Create && found is not null)
            {
                others = others.Select(other => Condemn(other, resource.Urn));
            }

            Save([.. State.Intents.Remove(intent)], found is null ? [.. others] : [.. others, found]);
            report(new(
                EnginePhase.Note,
                $"An earlier run ended while it was to {intent.Kind.ToString().ToLowerInvariant()} '{resource.Name}' "
                + $"({resource.Type}); {Outcome(observed)}, and so it goes on."));
        }
    }

    /// <summary>Gives the state's resources the names they have in the program now.</summary>
    public void Rename(LayerGraph graph)
    {
        var renamed = Aliases.Apply(State, graph);
        if (!ReferenceEquals(renamed, State))
        {
            Save(State.Intents, renamed.Resources);
        }
    }

    public async Task CreateAsync(Decision decision)
    {
        var handler = Handler(decision.Resource.Type);
        var id = handler.Identify(decision.Resource.Urn, decision.Inputs);
        var resource = Describe(decision, id, CanonicalJson.EmptyObject);
        await StepAsync(IntentKind.Create, decision.Planned, resource, async () =>
        {
            var outputs = await handler.CreateAsync(id, decision.Inputs, CancellationToken.None);
            // The one it replaces, if any, is condemned in the same write that makes the new one known.
            var others = State.Resources.Select(other => Condemn(other, resource.Urn));
            return [.. others, resource with { Outputs = outputs }];
        });
    }

    public async Task UpdateAsync(Decision decision, StateResource current)
    {
        var handler = Handler(decision.Resource.Type);
        var id = current.Id ?? throw new InvalidOperationException($"'{current.Urn}' has no id.");
        await StepAsync(IntentKind.Update, decision.Planned, current, async () =>
        {
            var outputs = await handler.UpdateAsync(id, decision.Inputs, CancellationToken.None);
            return Replaced(current, Describe(decision, id, outputs));
        });
    }

    public async Task DeleteAsync(StateResource resource)
    {
        var change = new PlannedChange(resource.Urn, resource.Type, resource.Name, ChangeKind.Delete, []);
        if (resource.Component)
        {
            Save(State.Intents, State.Resources.Remove(resource));
            Done.Add(change);
            return;
        }

        var id = resource.Id ?? throw new InvalidOperationException($"'{resource.Urn}' has no id.");
        await StepAsync(IntentKind.Delete, change, resource, async () =>
        {
            await Handler(resource.Type).DeleteAsync(id, resource.Inputs, CancellationToken.None);
            return State.Resources.Remove(resource);
        });
    }

    /// <summary>Takes a resource out of the state and leaves it where it is.</summary>
    public void Forget(StateResource resource)
    {
        Save(State.Intents, State.Resources.Remove(resource));
        Done.Add(new(resource.Urn, resource.Type, resource.Name, ChangeKind.Forget, []));
        const string Said = "left in the store, no longer managed";
        report(new(EnginePhase.Finished, Said, ChangeKind.Forget, resource.Type, resource.Name));
    }

    /// <summary>
    /// Writes down what changed about a resource without changing the resource: its options, its parent.
    /// </summary>
    public void Note(Decision decision)
    {
        var described = Describe(
            decision, decision.Current?.Id, decision.Current?.Outputs ?? CanonicalJson.EmptyObject);
        if (decision.Current is not { } current)
        {
            Save(State.Intents, State.Resources.Add(described));
            Done.Add(decision.Planned);
        }
        else if (StateText(current) != StateText(described))
        {
            Save(State.Intents, Replaced(current, described));
        }
    }

    /// <summary>Writes down the stack's outputs.</summary>
    public void Finish(JsonElement outputs)
    {
        if (!CanonicalJson.Same(State.Outputs, outputs))
        {
            State = State with { Serial = State.Serial + 1, Outputs = outputs };
            store.Save(State);
        }
    }

    private static string Outcome(Observed? observed) => observed is null ? "the store does not have it"
        : observed == Observed.Unreadable ? "the store does not tell"
        : "the store has it";

    private static string StateText(StateResource resource) =>
        CanonicalJson.Compact(JsonSerializer.SerializeToElement(resource, StateJson.Default.StateResource));

    private static bool IsSame(StateResource a, StateResource b) =>
        a.Urn == b.Urn && a.Condemned == b.Condemned && (a.Id == b.Id || b.Id is null);

    private static StateResource Condemn(StateResource resource, string urn) =>
        resource.Urn == urn && !resource.Condemned ? resource with { Condemned = true } : resource;

    private static StateResource Describe(Decision decision, string? id, JsonElement outputs) => new(
        decision.Resource.Urn,
        decision.Resource.Type,
        decision.Resource.Name,
        decision.Resource.Component,
        decision.Inputs,
        outputs,
        decision.Resource.Options,
        decision.Resource.Parent,
        decision.Resource.Provider,
        decision.Resource.Component ? null : id);

    private ImmutableArray<StateResource> Replaced(StateResource old, StateResource @new) =>
        [.. State.Resources.Where(other => !IsSame(other, old)), @new];

    private async Task StepAsync(
        IntentKind kind, PlannedChange change, StateResource resource, Func<Task<ImmutableArray<StateResource>>> step)
    {
        report(new(EnginePhase.Started, Verb(change.Kind), change.Kind, change.Type, change.Name));
        Save([.. State.Intents, new Intent(kind, resource)], State.Resources);
        ImmutableArray<StateResource> resources;
        try
        {
            resources = await step();
        }
        catch (Exception exception) when (StoreFault.IsStore(exception))
        {
            throw StoreFault.Explained(
                exception,
                $"{Verb(change.Kind)} '{change.Name}' ({change.Type})",
                $"{Done.Count} changes before it are done and in the state; run the same command again to go on");
        }

        Save([], resources);
        Done.Add(change);
        report(new(EnginePhase.Finished, Verb(change.Kind), change.Kind, change.Type, change.Name));
    }

    private static string Verb(ChangeKind kind) => kind.ToString().ToLowerInvariant();

    private IResourceHandler Handler(string type) =>
        handlers.Find(type) ?? throw new CannotApplyException($"Nothing here can apply a resource of type '{type}'.");

    private void Save(ImmutableArray<Intent> intents, ImmutableArray<StateResource> resources)
    {
        State = State with { Serial = State.Serial + 1, Intents = intents, Resources = resources };
        store.Save(State);
    }
}
