using System.Collections.Immutable;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>The order of what is in a state.</summary>
internal static class StateOrder
{
    /// <summary>Some of a state's resources, each before everything it needs: the order of deletion.</summary>
    public static ImmutableArray<StateResource> Backwards(IEnumerable<StateResource> some, StateDocument state)
    {
        var chosen = some.ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. Forwards(state).Reverse().Where(chosen.Contains)];
    }

    /// <summary>The URNs of everything that needs a resource, directly or through others.</summary>
    public static IReadOnlySet<string> Dependents(StateDocument state, string urn)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { urn };
        foreach (var resource in Forwards(state).Where(resource => resource.Needs.Any(found.Contains)))
        {
            found.Add(resource.Urn);
        }

        found.Remove(urn);
        return found;
    }

    private static IReadOnlyList<StateResource> Forwards(StateDocument state)
    {
        var children = state.Resources.ToLookup(resource => resource.Parent, StringComparer.Ordinal);
        var components = state.Resources.Where(resource => resource.Component)
            .Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        return Topology.Order(state.Resources, resource => resource.Urn, resource => resource.Needs
            .SelectMany(need => need == resource.Parent ? [need] : WithContents(need)));

        IEnumerable<string> WithContents(string urn) =>
            components.Contains(urn) ? children[urn].SelectMany(child => WithContents(child.Urn)).Prepend(urn) : [urn];
    }
}
