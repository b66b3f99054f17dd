using Infra.Automation.Engines.Plans;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>Asks the store what it would refuse, before anything is touched.</summary>
internal static class Preflight
{
    /// <exception cref="StateContradictionException">
    /// Something is there already that the state does not know.
    /// </exception>
    /// <exception cref="RefusedException">The store refuses to delete something.</exception>
    public static async Task CheckAsync(
        HandlerTable handlers, Work work, StateDocument state, CancellationToken cancellationToken)
    {
        foreach (var decision in work.Decisions
            .Where(decision => decision.Kind is ChangeKind.Create or ChangeKind.Replace && !decision.DeleteFirst))
        {
            // What refers to something that is yet to be made cannot be there before it.
            if (decision.Resource.Component || Resolver.Urns(decision.Inputs).Any() || Holds(handlers, state, decision))
            {
                continue;
            }

            if (handlers.Find(decision.Resource.Type) is { } handler
                && await handler.RefusalToCreateAsync(decision.Inputs, cancellationToken) is { } refusal)
            {
                throw new StateContradictionException(
                    $"Cannot create '{decision.Resource.Name}' ({decision.Resource.Type}): {refusal}. Nothing was "
                    + "changed.");
            }
        }

        var refusals = new List<string>();
        foreach (var resource in work.Deletions.Where(resource => !resource.Component))
        {
            var handler = handlers.Find(resource.Type) ?? throw new StateContradictionException(
                $"The state holds '{resource.Name}' of type '{resource.Type}', which nothing here can delete. Nothing "
                + "was changed.");
            if (await handler.RefusalToDeleteAsync(resource.Id ?? "", cancellationToken) is { } refusal)
            {
                refusals.Add($"The store refused to delete '{resource.Name}' ({resource.Type}): {refusal}.");
            }
        }

        if (refusals.Count > 0)
        {
            throw new RefusedException(string.Join('\n', [.. refusals, "Nothing was changed."]));
        }
    }

    /// <summary>
    /// Whether the state knows it under the same id: a side resource that waits for its deletion, for instance.
    /// </summary>
    private static bool Holds(HandlerTable handlers, StateDocument state, Decision decision) =>
        handlers.Find(decision.Resource.Type)?.Identify(decision.Resource.Urn, decision.Inputs) is { } id
        && state.Resources.Any(resource => resource.Type == decision.Resource.Type && resource.Id == id);
}
