using System.Collections.Immutable;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>
/// Compares a graph with a state. Touches nothing; the same graph and state always give the same work.
/// </summary>
internal sealed class Planner(HandlerTable handlers, bool rehearsal)
{
    public Work Plan(LayerGraph graph, StateDocument state)
    {
        var moving = new HashSet<string>(StringComparer.Ordinal);
        var evicted = new HashSet<string>(StringComparer.Ordinal);
        var decisions = ImmutableArray.CreateBuilder<Decision>();
        foreach (var resource in GraphOrder.Forwards(graph))
        {
            var decision = Decide(resource, state, moving, mustGoFirst: evicted.Contains(resource.Urn));
            decisions.Add(decision);
            if (decision.Kind is ChangeKind.Create or ChangeKind.Replace)
            {
                moving.Add(resource.Urn); // Its outputs are not known before it is made.
            }

            if (decision.DeleteFirst)
            {
                evicted.UnionWith(StateOrder.Dependents(state, resource.Urn));
                evicted.Add(resource.Urn);
            }
        }

        // A condemned one that has the id of one yet to be made would take the new one with it if it were deleted
        // later.
        var inTheWay = decisions.Where(d => d.Kind is ChangeKind.Create or ChangeKind.Replace).Select(IdOf).ToHashSet();
        var condemned = state.Resources.Where(r => r.Condemned && inTheWay.Contains((r.Type, r.Id))).ToList();
        var first = state.Resources.Where(r => r.Condemned ? condemned.Count > 0 : evicted.Contains(r.Urn));

        var wanted = graph.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        var gone = StateOrder.Backwards(state.Resources.Where(r => r.Condemned || !wanted.Contains(r.Urn)), state);
        return new(
            decisions.ToImmutable(),
            StateOrder.Backwards(first, state),
            [.. gone.Where(resource => !resource.IsRetained).Except(first)],
            [.. gone.Where(resource => resource.IsRetained).Except(first)]);
    }

    /// <summary>What happens to one resource, given what there is now.</summary>
    /// <param name="resource">The resource of the program.</param>
    /// <param name="state">What there is.</param>
    /// <param name="moving">The URNs whose outputs are about to change.</param>
    /// <param name="mustGoFirst">Whether something that it needs is deleted before it is made again.</param>
    public Decision Decide(
        GraphResource resource, StateDocument state, IReadOnlySet<string> moving, bool mustGoFirst = false)
    {
        var resolver = new Resolver(urn => moving.Contains(urn) ? null : state.Live(urn), rehearsal);
        var inputs = resolver.Resolve(resource.Inputs);
        if (handlers.Find(resource.Type) is not { } handler || resource.Component)
        {
            var current = state.Live(resource.Urn);
            return new(resource, current, current is null ? ChangeKind.Create : ChangeKind.Same, [], inputs);
        }

        inputs = handler.Normalise(inputs);
        if (state.Live(resource.Urn) is not { } live)
        {
            return new(resource, null, ChangeKind.Create, Differ.Compare(CanonicalJson.EmptyObject, inputs), inputs);
        }

        inputs = IgnoredChanges.Restore(inputs, live.Inputs, resource.Options.IgnoreChanges ?? []);
        var changes = Differ.Compare(live.Inputs, inputs);
        var replaces = mustGoFirst || changes.Any(change => Replaces(handler, resource, change));
        var deleteFirst = replaces && (mustGoFirst
            || resource.Options.DeleteBeforeReplace == true
            || handler.Identify(resource.Urn, inputs) == live.Id);
        var kind = replaces ? ChangeKind.Replace : changes.IsEmpty ? ChangeKind.Same : ChangeKind.Update;
        return new(resource, live, kind, changes, inputs, deleteFirst);
    }

    private (string Type, string? Id) IdOf(Decision decision) =>
        (
            decision.Resource.Type,
            handlers.Find(decision.Resource.Type)?.Identify(decision.Resource.Urn, decision.Inputs)
        );

    private static bool Replaces(IResourceHandler handler, GraphResource resource, PropertyChange change) =>
        handler.Replaces(change.Input)
        || (resource.Options.ReplaceOnChanges ?? [])
            .Any(path => path is "*" || path == change.Input || path == change.Path);
}
