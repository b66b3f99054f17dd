namespace Infra.Automation.State;

/// <summary>Whether a state agrees with itself and with what was asked for.</summary>
internal static class StateCheck
{
    /// <exception cref="StateContradictionException">It does not.</exception>
    public static void Check(string location, StateDocument state, string environment, string layer, bool rehearsal)
    {
        if (Problem(state, environment, layer, rehearsal) is { } problem)
        {
            throw new StateContradictionException(
                $"Cannot use the state '{location}': {problem}. Nothing was changed. Put a good copy in its place.");
        }
    }

    private static string? Problem(StateDocument state, string environment, string layer, bool rehearsal)
    {
        if (state.Environment != environment || state.Layer != layer)
        {
            return $"it is the state of '{state.Environment}.{state.Layer}', not of '{environment}.{layer}'";
        }

        if (state.Rehearsal != rehearsal)
        {
            return state.Rehearsal ? "it is a rehearsal's" : "it is a real one, not a rehearsal's";
        }

        var urns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in state.Resources.Where(resource => !resource.Condemned))
        {
            if (!urns.Add(resource.Urn))
            {
                return $"it holds '{resource.Urn}' twice";
            }
        }

        // A condemned resource may still be what another condemned one depends on.
        urns.UnionWith(state.Resources.Select(resource => resource.Urn));
        return state.Resources.Select(resource => Problem(resource, urns)).FirstOrDefault(found => found is not null);
    }

    private static string? Problem(StateResource resource, HashSet<string> urns)
    {
        if (!resource.Component && string.IsNullOrEmpty(resource.Id))
        {
            return $"'{resource.Urn}' has no id";
        }

        return resource.Needs.FirstOrDefault(urn => !urns.Contains(urn)) is { } missing
            ? $"'{resource.Urn}' names '{missing}', which is not in it"
            : null;
    }
}
